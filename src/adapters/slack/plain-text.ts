/** `<@U1>`, `<#C1|general>`, `<!here>`, `<https://bell.example|the Bell>`: what Slack puts between angle brackets. */
const ENTITY = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g

/** `:wave:`, `:+1::skin-tone-2:` */
const EMOJI = /(?<!\w)(?::[a-z0-9_+-]{1,60}:)+(?!\w)/g

/**
 * What a person wrote, from the text that Slack makes of it (https://docs.slack.dev/messaging/formatting-message-text):
 * mentions of people are left out, links and channels are their labels, and escapes are undone.
 */
export const plainText = (text: string): string =>
  text.replace(ENTITY, entity).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()

/** The same for what is read and not answered word for word: without emoji and addresses too. */
export const wordsOnly = (text: string): string =>
  plainText(text.replace(EMOJI, ' '))
    .replace(/https?:\/\/\S+/g, ' ')
    .trim()

function entity(_: string, sigil: string, value: string, label: string | undefined): string {
  if (sigil === '@') return ''
  if (sigil === '!') return value.startsWith('date^') ? (label ?? '') : ''
  if (sigil === '#') return label ?? ''
  return label ?? value
}

/** Who is mentioned in a text: ids of people, and `!here`, `!subteam^S1` and the like. */
export const mentionsIn = (text: string): string[] =>
  [...text.matchAll(ENTITY)].flatMap(([, sigil, value = '']) => {
    if (sigil === '@') return [value]
    return sigil === '!' && !value.startsWith('date^') ? [`!${value}`] : []
  })
