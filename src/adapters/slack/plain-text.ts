// Converts Slack's message text to plain text, and lists the mentions in it.
/**
 * Matches what Slack puts in angle brackets: `<@U1>`, `<#C1|general>`, `<!here>`, `<https://bell.example|the Bell>`.
 */
const ENTITY_PATTERN = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g

/** Matches emoji: `:wave:`, `:+1::skin-tone-2:`. */
const EMOJI_PATTERN = /(?<!\w)(?::[a-z0-9_+-]{1,60}:)+(?!\w)/g

/**
 * Returns what a person wrote, from Slack's text of it (https://docs.slack.dev/messaging/formatting-message-text):
 * without mentions of people, with the labels of links and channels, and unescaped.
 * `<@U1> who said &lt;please&gt; in <#C1|general>` becomes `who said <please> in general`.
 */
export const plainText = (text: string): string =>
  text
    .replace(ENTITY_PATTERN, entityText)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim()

/** Returns the same without emoji and web addresses, for text that is looked up rather than asked. */
export const wordsOnly = (text: string): string =>
  plainText(text.replace(EMOJI_PATTERN, ' '))
    .replace(/https?:\/\/\S+/g, ' ')
    .trim()

/** Returns the text of what stands in angle brackets. */
function entityText(_: string, sigil: string, value: string, label: string | undefined): string {
  if (sigil === '@') return ''
  if (sigil === '!') return value.startsWith('date^') ? (label ?? '') : ''
  if (sigil === '#') return label ?? ''
  return label ?? value
}

/** Returns the mentions in a text: ids of people, and `!here`, `!subteam^S1` and the like. */
export const mentionsIn = (text: string): string[] =>
  [...text.matchAll(ENTITY_PATTERN)].flatMap(([, sigil, value = '']) => {
    if (sigil === '@') return [value]
    return sigil === '!' && !value.startsWith('date^') ? [`!${value}`] : []
  })
