// The parts of a run.
import { parseNumber } from '../number.ts'
import type { RunSpec } from './experiment.ts'
import { isCount, isListOf, isRecord, isText } from './form.ts'
import { type Parts, partOf, Unreadable } from './part.ts'
import { aWord, listOf } from './texts.ts'

const part = partOf<RunSpec>()

/** Those with a text are arguments beside the hyper-parameters: bugs=stale-closure, from=0:7. */
export const runParts: Parts<RunSpec> = [
  part('optimizer', { form: { fits: isText, words: 'the id of an optimizer' }, needed: true }),
  part('hyper', { form: { fits: isRecord, words: 'arguments by name', example: { lr: 0.1 } } }),
  part('rule', { form: { fits: isText, words: 'the text of a rule' } }),
  part('schedule', {
    form: {
      fits: (v) =>
        isRecord(v) &&
        (v.kind === undefined || isText(v.kind)) &&
        (v.warmup === undefined || isRecord(v.warmup)),
      words: 'a schedule',
      example: { kind: 'exponential', gamma: 0.95 },
    },
  }),
  part('bugs', {
    form: { fits: isListOf(isText), words: 'a list of bugs', example: ['stale-closure'] },
    text: listOf(aWord, ':'),
  }),
  part('from', {
    form: {
      fits: (v) => isRecord(v) && isCount(v.run) && isCount(v.step),
      words: 'a run and a step',
      example: { run: 0, step: 7 },
    },
    text: {
      read(text) {
        const [run, step, ...more] = text.split(':').map(parseNumber)
        return run === undefined || step === undefined || more.length
          ? new Unreadable('a branch is written as `from=0:7`')
          : { run, step }
      },
      write: ({ run, step }) => `${run}:${step}`,
    },
  }),
]
