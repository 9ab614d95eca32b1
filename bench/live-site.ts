// Serves a feed of generated stories on loopback, in a worker thread.
// It starts with `workerData.stories` stories, and adds one for each message, answered with the story's number.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

const { stories } = workerData as { stories: number }
const STORY_NAMES = ['Mara Quist', 'Otto Brill', 'Ida Voss', 'Silas Wetherby', 'Ines Okafor', 'Ben Tarrow']
const STORY_PLACES = ['harbour', 'bridge', 'school', 'ferry', 'library', 'dry dock', 'market', 'lighthouse']

const pick = (from: string[], by: number) => from[by % from.length] ?? ''

/** Returns the HTML of a story of some six hundred words, a third of them quoted, with its number in the text. */
function words(number: number): string {
  return Array.from({ length: 12 }, (_, i) => {
    const [name, place] = [pick(STORY_NAMES, number + i), pick(STORY_PLACES, number * 3 + i)]
    return `<p>The ${place} was closed on Monday for the ${number}th time, and ${name} came to look at it before the council met in the evening to talk about what it would cost the town.</p><p>“We have to ask the ${place} first, and it has to say please number ${number},” ${name} said on Tuesday. “There are ${i} reasons for that.”</p>`
  }).join('')
}

const items: string[] = []
const add = () => {
  const number = items.length
  items.push(
    `<item><title>Story ${number}</title><link>/${number}</link><guid isPermaLink="false">${number}</guid><content:encoded><![CDATA[${words(number)}]]></content:encoded></item>`,
  )
  return number
}
for (let number = 0; number < stories; number++) add()

const server = createServer((request, response) => {
  const tag = `"${items.length}"`
  if (request.headers['if-none-match'] === tag) response.writeHead(304).end()
  else
    response
      .writeHead(200, { 'content-type': 'application/rss+xml', etag: tag })
      .end(
        `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Tidewater Bell</title><link>https://bell.example</link><description>x</description>${items.join('')}</channel></rss>`,
      )
})
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port))
parentPort?.on('message', () => parentPort?.postMessage(add()))
