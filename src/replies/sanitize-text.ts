// Replaces control characters in untrusted text, so that it cannot steer a screen or reorder what it shows.
/** Replaces control characters (except tab and line feed) and bidirectional overrides and isolates with �. */
export const sanitizeText = (text: string) =>
  text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '�')

/** Does the same on one line, for text that must not start a new line: a file name can hold line breaks. */
export const sanitizeLine = (text: string) => sanitizeText(text).replace(/\s+/gu, ' ')
