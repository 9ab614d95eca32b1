// Finds the texts that another edition of the reader read.
import type { Archive } from './archive.ts'
import type { Facts } from './article.ts'
import type { Statements } from './statements.ts'

/** Texts with the articles of which they are the newest version. */
const NEWEST_TEXTS = `texts t CROSS JOIN versions v ON v.text_id = t.id
  CROSS JOIN articles a ON a.id = v.article_id AND a.newest = v.number`
const STALE_TEXTS = `SELECT DISTINCT t.id FROM ${NEWEST_TEXTS} WHERE t.edition < ? OR t.edition > ?`
const TEXT_TO_READ = `SELECT t.text, t.blocks, v.facts FROM ${NEWEST_TEXTS} WHERE t.id = ?`

export const openStaleTexts = ({ all, get }: Statements): Pick<Archive, 'staleTexts' | 'textToRead'> => ({
  staleTexts: async (edition) => all(STALE_TEXTS, edition, edition).map(({ id }) => Number(id)),
  async textToRead(id) {
    const row = get(TEXT_TO_READ, id)
    if (!row) return null
    const { language, authors }: Facts = JSON.parse(String(row.facts))
    const context = { authors, ...(language && { language }) }
    return { id, text: String(row.text), blocks: JSON.parse(String(row.blocks)), context }
  },
})
