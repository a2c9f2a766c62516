// What is on the screen beside the paths: what the plot shows, and its window.
import { few } from '../quote.ts'
import type { Experiment, Interval } from './experiment.ts'
import { isListOf, isText } from './form.ts'
import { type Part, partOf, Unreadable } from './part.ts'
import { anInterval, aWord, isInterval, listOf } from './texts.ts'

const part = partOf<Experiment>()

/**
 * The part `show` of a lab.
 * @param known what the lab's plot can show; other words are told and left out. Without it any word may stand there
 */
export const showPart = (known?: readonly string[]): Part<Experiment, 'show'> => {
  const there = known?.length ? `; there are ${known.join(', ')}` : ''
  return part('show', {
    form: {
      fits: isListOf(isText),
      words: 'words of what the plot shows',
      example: known?.length ? known.slice(0, 2) : ['ellipse', 'field'],
      kept(words, place, tell) {
        const unknown = words.filter((word) => known && !known.includes(word))
        if (unknown.length) tell(`${few(unknown, '`')} in ${place} is nothing to show here${there}`)
        return words.filter((word) => !unknown.includes(word))
      },
    },
    text: {
      read: (text) => (['', nothing].includes(text) ? [] : wordsText.read(text, {})),
      write: (words) => (words.length ? wordsText.write(words) : nothing),
    },
    scenic: true,
  })
}

const wordsText = listOf(aWord)
/** The word of a link for an empty list: that differs from no list, which means what is shown by default. */
const nothing = 'none'

const intervals = listOf(anInterval)
const areIntervals = (value: unknown): value is readonly Interval[] =>
  isListOf(isInterval)(value) && [1, 2].includes((value as unknown[]).length)

/** A window as narrow as this, beside how far its ends are from 0, has too few numbers for its pixels. */
const narrowest = 1e-12
/** Nor has one as narrow as this, wherever it is. */
export const leastWidth = 1e-290
const canBeSeen = ([from, to]: Interval) =>
  Number.isFinite(to - from) &&
  to - from >= Math.max(leastWidth, narrowest * Math.max(Math.abs(from), Math.abs(to)))

/** The part `view`. */
export const viewPart: Part<Experiment, 'view'> = part('view', {
  form: {
    fits: (value) => areIntervals(value) && value.every(canBeSeen),
    words: 'an interval for each axis of the plot',
    example: [
      [-3, 3],
      [-2, 2],
    ],
  },
  text: {
    read(text) {
      const read = intervals.read(text, {})
      if (!areIntervals(read)) return undefined
      return read.every(canBeSeen)
        ? read
        : new Unreadable('no plot can show so wide or narrow a window')
    },
    write: intervals.write,
  },
  scenic: true,
})
