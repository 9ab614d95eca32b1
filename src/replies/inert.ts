/** What could steer a screen or turn the order of letters round is made visible instead: an article is not to be trusted with that. */
export const inert = (text: string) => text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '�')

/** The same on one line, for what must not begin a line of its own: a file's name can hold line breaks. */
export const inertLine = (text: string) => inert(text).replace(/\s+/gu, ' ')
