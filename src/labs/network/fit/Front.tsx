import { pointer } from 'd3'
import { type MouseEvent, type PointerEvent, useRef } from 'react'
import { Area } from '../../../plot/Area.tsx'
import { drawingArea, isInside } from '../../../plot/labels/box.ts'
import type { View } from '../../../plot/view.ts'
import { under } from '../../../plot/view.ts'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'
import { titlesOf } from './fitView.ts'
import { NewPoint } from './NewPoint.tsx'
import { nearestSample, type Places } from './places.ts'
import { errorLine, inputUnder, type Pixel, type Pointed } from './pointing.ts'
import { Samples } from './Samples.tsx'

interface Props {
  readonly fit: Fit
  readonly view: View
  readonly places: Places
  readonly answers: Float32Array | undefined
  /** The picture in words. */
  readonly words: string
  readonly pointed: Pointed | undefined
  readonly onPoint: (pointed: Pointed | undefined) => void
  readonly chosen: number | undefined
  readonly onChoose: ((sample: number) => void) | undefined
  readonly onRemove: ((sample: number) => void) | undefined
  /** @param height what stands there along the other axis */
  readonly onAdd: ((input: readonly number[], height: number) => void) | undefined
}

/** So near to a point (in pixels) the point is meant. */
const reach = 10

/** What is pointed at and chosen, and what takes hold of it: pointer and keys. */
export function Front(props: Props) {
  const { fit, view, places, answers, pointed, onPoint, chosen, onChoose, onAdd } = props
  const svg = useRef<SVGSVGElement>(null)
  const near = (at: Pixel) => nearestSample(fit, places, at, reach)
  const onPointerMove = (event: PointerEvent) => {
    const at = pointer(event, svg.current)
    onPoint(isInside(drawingArea(view), at) ? { at, sample: near(at) } : undefined)
  }
  const add = (at: Pixel) => {
    const input = inputUnder(fit, view, at)
    if (input && isInside(drawingArea(view), at)) onAdd?.(input, under(view.y, at[1]))
  }
  const onClick = (event: MouseEvent) => {
    const at = pointer(event, svg.current)
    const sample = near(at)
    if (sample === undefined) add(at)
    else onChoose?.(sample)
  }
  const walk = (sample: number | undefined) =>
    onPoint(
      sample === undefined
        ? undefined
        : { at: [places.x[sample] as number, places.y[sample] as number], sample },
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture has no field set
    // biome-ignore lint/a11y/useKeyWithClickEvents: Samples and New point inside are the keyboard's way
    <svg
      ref={svg}
      role="group"
      aria-label={props.words}
      className={styles.front}
      data-adds={onAdd !== undefined || undefined}
      data-near={pointed?.sample !== undefined || undefined}
      width={view.width}
      height={view.height}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onPoint(undefined)}
      onClick={onClick}
    >
      <Area view={view}>
        {[chosen, pointed?.sample].map(
          (sample, i) =>
            sample !== undefined && (
              <Mark
                // biome-ignore lint/suspicious/noArrayIndexKey: one is chosen, the other pointed at
                key={i}
                {...{ fit, view, places, answers, sample }}
                isChosen={i === 0}
              />
            ),
        )}
      </Area>
      <Samples {...{ fit, places, answers, onChoose }} onWalk={walk} onRemove={props.onRemove} />
      {onAdd && (
        <NewPoint view={view} titles={titlesOf(fit)} isLevel={fit.look === 'chances'} onAdd={add} />
      )}
    </svg>
  )
}

interface MarkProps extends Pick<Props, 'fit' | 'view' | 'places' | 'answers'> {
  readonly sample: number
  readonly isChosen: boolean
}

/** A ring around a point, and how far what is answered is from what is right. */
function Mark({ fit, view, places, answers, sample, isChosen }: MarkProps) {
  const [x, y] = [places.x[sample] as number, places.y[sample] as number]
  if (!Number.isFinite(x + y)) return null
  const line = errorLine(fit, view, places, { sample, answers })
  return (
    <g className={styles.mark} data-chosen={isChosen || undefined}>
      {line && <line x1={line.x} x2={line.x} y1={line.from} y2={line.to} />}
      <circle cx={x} cy={y} />
    </g>
  )
}
