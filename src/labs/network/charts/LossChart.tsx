// labs/network/charts/: how a training goes: its losses, its learning rate, the numbers of its layers, the gradients of a batch.
import { useMemo, useRef } from 'react'
import type { PlayheadSource } from '../../../core/descent/playhead.ts'
import { overfittingFrom } from '../../../core/networks/overfitting.ts'
import { useSize } from '../../../plot/useSize.ts'
import { Curves, type Following, type Line } from './Curves.tsx'
import { accuracyRange, curveView, lossRange } from './curveView.ts'
import { EpochSlider } from './EpochSlider.tsx'
import styles from './LossChart.module.css'
import { accuracyInWords, lossesInWords } from './lossWords.ts'
import { Ends, SmallTurn, Turn } from './Marks.tsx'
import { Readings } from './Readings.tsx'
import { type Epochs, knownEpochs, type Racer } from './racers.ts'
import { useReading } from './useReading.ts'

interface Props {
  readonly racers: readonly Racer[]
  readonly epochs: Epochs
  readonly playhead: PlayheadSource
  readonly logScale: boolean
  /** The run in front. */
  readonly selected: number
  /** Whether classes are learned, of which a share is right. */
  readonly classes: boolean
  /** A click, a drag or Enter leads to a step. */
  readonly onSeek: (step: number) => void
}

/** Training and validation loss over the epochs while they grow, accuracy below, and what there is to read at an epoch. */
export function LossChart({
  racers,
  epochs,
  playhead,
  logScale,
  selected,
  classes,
  onSeek,
}: Props) {
  const reading = useReading(playhead, epochs.epochOf)
  const known = knownEpochs(racers)
  const following: Following = { playhead, reading, epochs, known, onSeek }
  const front = racers.length > 1 ? selected : undefined
  const turns = useMemo(
    () => racers.map(({ losses, validation }) => overfittingFrom(losses, validation)),
    [racers],
  )
  const isMarked = racers.some(({ run }, i) => run !== selected && turns[i] !== undefined)
  return (
    <div className={styles.charts}>
      <Losses {...following} racers={racers} turns={turns} selected={selected} isLog={logScale} />
      {classes && <Accuracy {...following} racers={racers} selected={front} />}
      {isMarked && front !== undefined && (
        <p className={styles.note}>▼ where another one begins to overfit</p>
      )}
      <Readings racers={racers} selected={front} reading={reading} />
    </div>
  )
}

interface LossesProps extends Following {
  readonly racers: readonly Racer[]
  /** Where each of them begins to overfit. */
  readonly turns: readonly (number | undefined)[]
  readonly selected: number
  readonly isLog: boolean
}

function Losses({ racers, turns, selected, isLog, ...following }: LossesProps) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const [low, high] = lossRange(racers, isLog)
  const { count } = following.epochs
  const view = useMemo(
    () => curveView(size, { epochs: count, low, high, isLog }),
    [size, count, low, high, isLog],
  )
  return (
    <div ref={frame} className={styles.losses}>
      {/* Before it has a size its words have no place. */}
      {size.width > 0 && (
        <Curves
          {...following}
          view={view}
          lines={racers.flatMap(linesOf)}
          selected={racers.length > 1 ? selected : undefined}
          title="loss"
          sentence={lossesInWords(racers, turns, count)}
        >
          {racers.map((racer, i) => {
            const epoch = turns[i]
            if (epoch === undefined) return null
            return racer.run === selected || racers.length === 1 ? (
              <Turn key={racer.run} view={view} epoch={epoch} />
            ) : (
              <SmallTurn key={racer.run} view={view} epoch={epoch} racer={racer} />
            )
          })}
          <Ends racers={racers} view={view} />
          <EpochSlider {...following} view={view} racers={racers} />
        </Curves>
      )}
    </div>
  )
}

const linesOf = ({ run, losses, validation }: Racer): Line[] => [
  { run, kind: 'validation', values: validation },
  { run, kind: 'training', values: losses },
]

interface AccuracyProps extends Following {
  readonly racers: readonly Racer[]
  readonly selected: number | undefined
}

const percent = 100

function Accuracy({ racers, selected, ...following }: AccuracyProps) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const [low, high] = accuracyRange(racers)
  const { count } = following.epochs
  const view = useMemo(
    () => curveView(size, { epochs: count, low, high, isLog: false }, false),
    [size, count, low, high],
  )
  const isJudged = racers.some(({ validation }) => validation.length > 0)
  return (
    <div ref={frame} className={styles.accuracy}>
      {size.width > 0 && (
        <Curves
          {...following}
          view={view}
          lines={racers.map(({ run, accuracy }) => ({
            run,
            kind: isJudged ? 'validation' : 'training',
            values: accuracy,
          }))}
          selected={selected}
          unit={percent}
          title="accuracy, %"
          sentence={accuracyInWords(racers)}
        />
      )}
    </div>
  )
}
