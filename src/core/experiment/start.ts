// Where an experiment starts when it does not say so, and how links say it: -1.5,2 or by names, y:2,x:-1.5

import { ExperimentError } from '../experimentError.ts'
import { type Loss, readLoss } from '../loss/loss.ts'
import { theValue } from '../loss/valueName.ts'
import { shortened } from '../quote.ts'
import type { Experiment } from './experiment.ts'
import { type InLinks, lastRead, readOr, type Tell } from './part.ts'
import { aNumber, byName, listOf } from './texts.ts'

type Named = Readonly<Record<string, number>>

/** Where the catalogue starts the function, else at 1 in each variable. */
export const usualStart = ({ entry, variables }: Loss): readonly number[] =>
  entry?.start ?? variables.map(() => 1)

const numbers = listOf(aNumber)

export const startInLinks: InLinks<Experiment, readonly number[]> = {
  keys: [{ name: 'start', words: 'one number for each variable', example: '-1.5,2' }],
  read(said, before) {
    return lastRead(said, (one): readonly number[] | undefined => {
      const list = numbers.read(one.text, before) as readonly number[] | undefined
      const named = list ? undefined : readOr(one, byName.read(one.text, before, one.object))
      return list ?? (named && inOrder(named, before, one.tell))
    })
  },
  write: (start) => [['start', numbers.write(start)]],
}

/** A start by names, in the order of the function's variables. */
function inOrder(
  start: Named,
  { f, params }: Partial<Experiment>,
  tell: Tell,
): readonly number[] | undefined {
  const names = Object.keys(start)
  const variables = (f === undefined ? undefined : variablesIn(f, params)) ?? [...names].sort()
  if ([...variables].sort().join() === [...names].sort().join())
    return variables.map((name) => start[name] as number)
  tell(
    `The start in the link names ${shortened(names.join(', '))}, but ${theValue(variables)} is a function of ${variables.join(', ')}`,
  )
  return undefined
}

/** The variables of a function; nothing if it cannot be read, which is said elsewhere. */
function variablesIn(f: string, params: Experiment['params']): readonly string[] | undefined {
  try {
    return readLoss(f, params).variables
  } catch (error) {
    if (error instanceof ExperimentError) return undefined
    throw error
  }
}
