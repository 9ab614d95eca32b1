// Recognizes lines that a web page leaves behind and nobody would cite.
/** A longer line is debris only where it consists of links. */
const MAX_DEBRIS_CHARS = 100

const DEBRIS_LINK = String.raw`(?:https?://|www\.|pic\.(?:twitter|x)\.com/|t\.co/)\S+`
const ONLY_LINKS = new RegExp(String.raw`^${DEBRIS_LINK}(?:\s+${DEBRIS_LINK})*$`, 'iu')
const FILE_NAME = /^\S*\.(?:png|jpe?g|gif|webp|svg|avif|heic|mp4|mov|webm|pdf)\W*$/iu
const PICTURE = /^!?\[[^\]]*\]\(\S*\)\W*$/u
const CAPTION =
  /^\W*(?:photos?|images?|pictures?|captions?|credits?|videos?)(?: (?:by|credit|caption))?\W*$/iu
const CREDIT =
  /(?:^\W*|\bvia |\/ ?)(?:Getty(?: Images)?|AP(?: Photo)?|Reuters|AFP|Shutterstock|iStock|Alamy)\W*$/u
const NOTICES = [
  'ad(?:vertisement)?|sponsored(?: content)?|promoted',
  '(?:story|article) continues below(?: (?:this )?ad(?:vertisement)?)?',
  'read (?:more|next)|see also|continue reading|back to top|loading|skip to (?:main )?content',
  'related(?: (?:articles?|stories|posts?|coverage|content))?|more on this(?: story)?',
  'sign up(?: (?:here|for our (?:[a-z]+ )?newsletters?))?|subscribe(?: now)?|click here|follow us(?: on [a-z]+)?',
  'share this(?: (?:article|story|post))?',
]
const NOTICE = new RegExp(String.raw`^\W*(?:${NOTICES.join('|')})\W*$`, 'iu')
const SHARE_BUTTONS =
  'bluesky comment comments copy email facebook instagram like link linkedin mastodon messenger on pinterest ' +
  'pocket post print reddit save share telegram threads to tweet twitter via whatsapp x'
const SHARE_BUTTON_WORDS = new Set(SHARE_BUTTONS.split(' '))

/**
 * Whether a trimmed line is page debris: `.png)`, a bare link or picture link, an empty caption, an agency's
 * credit, "Advertisement", the words of share buttons, a rule of dashes.
 */
export function isDebris(line: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(line) || ONLY_LINKS.test(line)) return true
  if (line.length > MAX_DEBRIS_CHARS) return false
  return [FILE_NAME, PICTURE, CAPTION, CREDIT, NOTICE].some((form) => form.test(line)) || isShareBar(line)
}

const isShareBar = (line: string) =>
  line
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => word === '' || SHARE_BUTTON_WORDS.has(word))
