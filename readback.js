#!/usr/bin/env node
// Starts Readback, or says in one sentence why it cannot run here. Plain JavaScript, so that an old Node reads it as well.

const OLDEST_NODE = 24
const node = process.versions.node

if (Number.parseInt(node, 10) < OLDEST_NODE) {
  stop(
    `Readback needs Node ${OLDEST_NODE} or newer, and this is Node ${node}: run “npm install” in its folder, which brings the right one, and then “npm start”.`,
  )
} else {
  import('./src/main.ts').catch((failure) => {
    if (!/^Cannot find package/.test(failure.message)) throw failure
    stop('Readback’s libraries are missing: run “npm install” in its folder first.')
  })
}

function stop(sentence) {
  console.error(sentence)
  process.exitCode = 1
}
