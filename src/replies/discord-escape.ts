// Escapes text and links for Discord’s Markdown.
import { sanitizeText } from './sanitize-text.ts'

/**
 * Characters that Discord's client reads as Markdown
 * (https://docs.discord.com/developers/reference#message-formatting and its help page "Markdown Text 101"): * _ ~~ || ` [label](url) <…> anywhere; # ## ### -# > >>> - * + 1. where a
 * line begins; @everyone, @here, :emoji: and bare addresses. A backslash before any other character than a letter,
 * a digit or white space makes it literal.
 */
const INLINE_MARKUP = /[\\*_~|`[\]<>@]|&(?=#?\w+;)|:(?=\S)/g
const LINE_START_MARKUP = /^([^\S\n]*)([#>+=-]|\d{1,9}(?=[.)]))/gm

/** Returns text that Discord shows literally: nothing in it formats, links, mentions or pings. */
export function escapeDiscord(text: string): string {
  return sanitizeText(text)
    .replace(INLINE_MARKUP, String.raw`\$&`)
    .replace(LINE_START_MARKUP, (_, indent: string, mark: string) =>
      /\d/.test(mark) ? `${indent}${mark}\\` : `${indent}\\${mark}`,
    )
}

/** Returns the text that `escapeDiscord` made literal. */
export const unescapeDiscord = (text: string): string => text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1')

/**
 * Returns a Markdown link without a preview: `[Ferry stays](<https://bell.example/ferry>)`. Characters that would end
 * the address early are percent-encoded.
 */
export const linkDiscord = (label: string, url: string) =>
  `[${escapeDiscord(label.replace(/\s+/g, ' ').trim())}](<${encodedUrl(url)}>)`

/** Percent-encodes the characters that Markdown could read as the end of a URL. */
const encodedUrl = (url: string) =>
  url.replace(/[\s()<>\\"`]/gu, (sign) =>
    sign < '\u0080'
      ? `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
      : encodeURIComponent(sign),
  )
