// Counts and times what Readback does, for Prometheus; never a word of what was asked.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CorrectionOutcome } from '../../corrections/send-corrections.ts'

/** The upper bounds of the times that are told apart, in seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** How a question ended. `refused`: the person was told what is wrong with it; `failed`: something is wrong here. */
export type QuestionOutcome = 'found' | 'in-that-story' | 'nothing' | 'answered' | 'refused' | 'failed'

/** What is measured while it happens; the rest is read when the metrics are asked for. */
export type Metrics = {
  registry: Registry
  question(labels: { platform: string; command: string; outcome: QuestionOutcome }, seconds: number): void
  request(labels: { route: string; method: string; status: number }, seconds: number): void
  correction(labels: { platform: string; outcome: CorrectionOutcome | 'failed' }): void
  failedSignIn(): void
}

/** Opens the metrics: those of this program, and those of its process (event loop, heap, garbage, file handles). */
export function openMetrics(version: string): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const questions = new Histogram({
    name: 'readback_question_seconds',
    help: 'How long questions took, by where they were asked, command and outcome',
    labelNames: ['platform', 'command', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  const requests = new Histogram({
    name: 'readback_http_request_seconds',
    help: 'How long requests to the reader took, by the pattern of their path',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
    registers,
  })
  const corrections = new Counter({
    name: 'readback_corrections_total',
    help: 'Corrections that were sent to what was posted, by how that ended',
    labelNames: ['platform', 'outcome'],
    registers,
  })
  const failedSignIns = new Counter({
    name: 'readback_failed_sign_ins_total',
    help: 'Sign-ins and tokens that were refused',
    registers,
  })
  const build = {
    name: 'readback_build_info',
    help: 'The version that runs',
    labelNames: ['version'],
    registers,
  }
  new Gauge(build).set({ version }, 1)
  return {
    registry,
    question: (labels, seconds) => questions.observe(labels, seconds),
    request: (labels, seconds) => requests.observe(labels, seconds),
    correction: (labels) => corrections.inc(labels),
    failedSignIn: () => failedSignIns.inc(),
  }
}
