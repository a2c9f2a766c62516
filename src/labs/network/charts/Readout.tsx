import { useCallback, useRef } from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'
import { useCursor } from '../../../plot/charts/useCursor.ts'
import styles from './Readout.module.css'
import { type Epochs, knownEpochs, type Racer, valuesInWords } from './racers.ts'

interface Props {
  readonly racer: Racer
  readonly epochs: Epochs
  readonly playhead: PlayheadSource
}

/** A training at an epoch, in words. */
export function readoutOf(racer: Racer, place: number, count: number): string {
  const epoch = Math.floor(Math.min(place, knownEpochs([racer])))
  return [`epoch ${epoch} of ${count}`, ...valuesInWords(racer, epoch)].join(' · ')
}

/** Loss, validation and accuracy at the playhead, in a line that stands still while its numbers change. */
export function Readout({ racer, epochs, playhead }: Props) {
  const line = useRef<HTMLParagraphElement>(null)
  const write = useCallback(
    (step: number) => {
      if (line.current)
        line.current.textContent = readoutOf(racer, epochs.epochOf(step), epochs.count)
    },
    [racer, epochs],
  )
  useCursor(playhead, write)
  return <p ref={line} className={styles.readout} />
}
