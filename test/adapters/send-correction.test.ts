import { expect, it } from 'vitest'
import { type StepResult, sendCorrection } from '../../src/adapters/send-correction.ts'

/** What is done where each step comes to what the test says, and what comes of it. */
async function carried(edits: StepResult[], says: StepResult | null) {
  const done: string[] = []
  const outcome = await sendCorrection({
    edit: async () => {
      done.push('edit')
      return edits[Math.min(done.filter((one) => one === 'edit').length, edits.length) - 1] as StepResult
    },
    notify:
      says &&
      (async () => {
        done.push('say')
        return says
      }),
  })
  return [outcome, ...done].join(' ')
}

it.each<[StepResult[], StepResult | null, string]>([
  [['done'], 'done', 'carried edit say'],
  [['done'], 'refused', 'carried edit say'],
  [['done'], 'later', 'later edit say'],
  [['done'], 'gone', 'later edit say'],
  [['done'], null, 'carried edit'],
  [['refused'], null, 'later edit'],
  [['refused'], 'done', 'told edit say edit'],
  [['refused', 'done'], 'done', 'carried edit say edit'],
  [['refused', 'later'], 'done', 'told edit say edit'],
  [['refused'], 'refused', 'later edit say'],
  [['refused'], 'later', 'later edit say'],
  [['gone'], 'done', 'gone edit'],
  [['later'], 'done', 'later edit'],
  [['later'], null, 'later edit'],
])('an edit that comes to %s, and a word that comes to %s: %s', async (edits, says, expected) => {
  expect(await carried(edits, says)).toBe(expected)
})
