// Pages work without this: it only saves a few steps to those who have it.

// The reader's first page: the script is two folders below it.
const home = new URL('../../', document.currentScript.src)

const field = document.querySelector('input[type="search"]')

// “/” goes to the search field, as in many archives.
addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea')
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || !field) return
  event.preventDefault()
  field.focus()
  field.select()
})

// Filters left empty stay out of the address that is shared.
addEventListener('submit', ({ target }) => {
  if (!(target instanceof HTMLFormElement) || target.method !== 'get') return
  for (const input of target.querySelectorAll('input[name]')) input.disabled = input.value === ''
})
addEventListener('pageshow', () => {
  for (const input of document.querySelectorAll('form input:disabled')) input.disabled = false
})

// Names are suggested while they are typed; without this, those that the coverage has most of.
addEventListener('input', async ({ target }) => {
  const kind = /^names-(\w+)$/.exec(target.getAttribute?.('list') ?? '')?.[1]
  if (!kind) return
  const typed = target.value
  const answered = await fetch(new URL(`names/${kind}?${new URLSearchParams({ typed })}`, home))
  if (!answered.ok || target.value !== typed) return
  const options = (await answered.json()).map(({ value, label }) => new Option(label, value))
  target.list.replaceChildren(...options)
})
