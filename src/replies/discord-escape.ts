import { inert } from './inert.ts'

/**
 * Discord's Markdown, as its client reads it (https://docs.discord.com/developers/reference#message-formatting and
 * its help page "Markdown Text 101"): * _ ~~ || ` [label](url) <…> anywhere; # ## ### -# > >>> - * + 1. where a
 * line begins; @everyone, @here, :emoji: and bare addresses. A backslash before any other character than a letter,
 * a digit or white space makes it literal.
 */
const ANYWHERE = /[\\*_~|`[\]<>@]|&(?=#?\w+;)|:(?=\S)/g
const LINE_START = /^([^\S\n]*)([#>+=-]|\d{1,9}(?=[.)]))/gm

/** Text that Discord shows as it is: nothing in it is formatted, links, mentions anybody or pings. */
export function escapeDiscord(text: string): string {
  return inert(text)
    .replace(ANYWHERE, String.raw`\$&`)
    .replace(LINE_START, (_, indent: string, mark: string) =>
      /\d/.test(mark) ? `${indent}${mark}\\` : `${indent}\\${mark}`,
    )
}

/**
 * A link under a label of its own, without a preview of the page. Whatever could end the address early is
 * percent-encoded.
 */
export const linkDiscord = (label: string, url: string) =>
  `[${escapeDiscord(label.replace(/\s+/g, ' ').trim())}](<${encodedUrl(url)}>)`

/** A URL without what Markdown could take for its end. */
const encodedUrl = (url: string) =>
  url.replace(/[\s()<>\\"`]/gu, (sign) =>
    sign < '\u0080'
      ? `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
      : encodeURIComponent(sign),
  )
