import { useCallback, useState } from 'react'
import { Axes } from '../../../plot/Axes.tsx'
import type { View } from '../../../plot/view.ts'
import { Painted } from '../Painted.tsx'
import { Curves, type Other } from './Curves.tsx'
import type { FitColours } from './colours.ts'
import { Diagonal } from './Diagonal.tsx'
import { paintBatch, paintDots } from './dots.ts'
import styles from './Fit.module.css'
import { Front } from './Front.tsx'
import type { Fit } from './fit.ts'
import { titlesOf } from './fitView.ts'
import { Ground } from './Ground.tsx'
import type { Places } from './places.ts'
import type { Pointed } from './pointing.ts'
import { Readout } from './Readout.tsx'

interface Props {
  readonly fit: Fit
  readonly view: View
  readonly colours: FitColours
  readonly places: Places
  readonly answers: Float32Array | undefined
  readonly batch: Uint32Array | undefined
  readonly others: readonly Other[]
  readonly run: number | undefined
  readonly truth: ((x: number) => number) | undefined
  /** The picture in words. */
  readonly words: string
  readonly chosen: number | undefined
  readonly onChoose: ((sample: number) => void) | undefined
  readonly onRemove: ((sample: number) => void) | undefined
  readonly onAdd: ((input: readonly number[], height: number) => void) | undefined
}

type Context = CanvasRenderingContext2D

/** The layers of a fit, from the back: ground, axes, points, batch, curves, and what is pointed at. */
export function FitLayers({ colours, batch, others, run, truth, ...props }: Props) {
  const { fit, view, places, answers } = props
  const [pointed, point] = useState<Pointed>()
  const dots = useCallback(
    (context: Context) => paintDots(context, fit, places, colours),
    [fit, places, colours],
  )
  const rings = useCallback(
    (context: Context) => batch && paintBatch(context, fit, { places, batch }, colours),
    [fit, places, batch, colours],
  )
  const titles = titlesOf(fit)
  const size = { width: view.width, height: view.height }
  return (
    <>
      <Ground {...{ fit, view, colours, answers }} />
      <svg className={styles.back} {...size} aria-hidden="true">
        <Axes view={view} xLabel={titles.x} yLabel={titles.y} />
        {fit.look === 'compared' && <Diagonal view={view} />}
      </svg>
      <Painted view={view} paint={dots} className={styles.canvas} />
      <Painted view={view} paint={rings} className={styles.canvas} />
      <svg className={styles.curves} {...size} aria-hidden="true">
        {fit.probe.inputs === 1 && <Curves {...{ fit, view, answers, others, truth, run }} />}
      </svg>
      <Front {...props} pointed={pointed} onPoint={point} />
      {pointed && <Readout {...{ fit, view, answers, pointed }} />}
    </>
  )
}
