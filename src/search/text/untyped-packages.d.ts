// Types what is used of packages that come without types.

declare module 'american-english' {
  const spellings: { us_spelling: Record<string, string> }
  export default spellings
}

declare module 'wink-lemmatizer' {
  const lemmatizer: { verb(word: string): string; noun(word: string): string }
  export default lemmatizer
}
