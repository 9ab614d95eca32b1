// Lists the commands' names and descriptions in German, French and Spanish.
/** A command's name and description by Discord's codes for languages; message commands have no description. */
type Translations = Record<string, { name: string; description?: string }>

/**
 * The translations by the commands' English names. Discord shows them in clients that are set to one of the languages;
 * a command without an entry keeps its English name. https://docs.discord.com/developers/reference#locales
 */
export const COMMAND_TRANSLATIONS: Record<string, Translations> = {
  quote: {
    de: { name: 'zitat', description: 'Wer hat es gesagt: der Wortlaut, wer sprach, und wo es steht' },
    fr: { name: 'citation', description: 'Qui l’a dit : les mots tels que publiés, qui parle, et où' },
    'es-ES': { name: 'cita', description: 'Quién lo dijo: las palabras publicadas, quién habla y dónde' },
  },
  context: {
    de: { name: 'kontext', description: 'Die Absätze unserer Berichte, die zu einer Frage gehören' },
    fr: { name: 'contexte', description: 'Les passages de nos articles qui éclairent une question' },
    'es-ES': { name: 'contexto', description: 'Los pasajes de nuestras noticias sobre una pregunta' },
  },
  check: {
    de: { name: 'prüfen', description: 'Ein Zitat prüfen: steht es bei uns, Wort für Wort?' },
    fr: { name: 'vérifier', description: 'Vérifier une citation : est-elle de nous, mot pour mot ?' },
    'es-ES': { name: 'verificar', description: 'Verificar una cita: ¿es nuestra, palabra por palabra?' },
  },
  coverage: {
    de: { name: 'berichte', description: 'Unsere Berichte zu einem Thema, die neuesten zuerst' },
    fr: { name: 'articles', description: 'Nos articles sur un sujet, les plus récents d’abord' },
    'es-ES': { name: 'cobertura', description: 'Nuestras noticias sobre un tema, las más nuevas primero' },
  },
  speaker: {
    de: { name: 'sprecher', description: 'Alles, womit jemand zitiert wird, das Neueste zuerst' },
    fr: {
      name: 'personne',
      description: 'Tout ce que dit quelqu’un dans nos articles, le plus récent d’abord',
    },
    'es-ES': { name: 'persona', description: 'Todo lo que se cita de alguien, lo más nuevo primero' },
  },
  article: {
    de: { name: 'bericht', description: 'Ein Bericht mit seinen Zitaten' },
    fr: { name: 'article', description: 'Un article avec ses citations' },
    'es-ES': { name: 'noticia', description: 'Una noticia con sus citas' },
  },
  status: {
    de: { name: 'stand', description: 'Was durchsucht wird und wie frisch es ist' },
    fr: { name: 'état', description: 'Ce qui est cherché, et sa fraîcheur' },
    'es-ES': { name: 'estado', description: 'Qué se busca y cuán reciente es' },
  },
  help: {
    de: { name: 'hilfe', description: 'Was man fragen kann' },
    fr: { name: 'aide', description: 'Ce qu’on peut demander' },
    'es-ES': { name: 'ayuda', description: 'Qué se puede preguntar' },
  },
  'Find context': {
    de: { name: 'Kontext finden' },
    fr: { name: 'Trouver le contexte' },
    'es-ES': { name: 'Buscar contexto' },
  },
  'Check this quote': {
    de: { name: 'Dieses Zitat prüfen' },
    fr: { name: 'Vérifier cette citation' },
    'es-ES': { name: 'Verificar esta cita' },
  },
}
