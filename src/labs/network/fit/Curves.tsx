import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import { Area } from '../../../plot/Area.tsx'
import { curvePath } from '../../../plot/curvePath.ts'
import type { View } from '../../../plot/view.ts'
import { curvesOf, drawnClasses, pathOf } from './curves.ts'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'

/** What another racer of a race answers. */
export interface Other {
  readonly label: string
  readonly run: number
  readonly answers: Float32Array
}

interface Props {
  readonly fit: Fit
  readonly view: View
  readonly answers: Float32Array | undefined
  readonly others: readonly Other[]
  readonly truth: ((x: number) => number) | undefined
  /** In a race, whose answers these are. */
  readonly run: number | undefined
}

/** The answers along one input: React makes the lines, what they are is patched with every answer. */
export const Curves = memo(({ fit, view, answers, others, truth, run }: Props) => {
  const group = useRef<SVGGElement>(null)
  const classes = useMemo(() => drawnClasses(fit), [fit])
  useLayoutEffect(() => {
    const paths = group.current?.querySelectorAll('path') ?? []
    const own = answers ? curvesOf(fit, answers) : []
    // Of a few shares each racer has one curve only if two classes are told apart.
    const theirs = others.map((other) =>
      classes.length > 1 ? undefined : curvesOf(fit, other.answers)[0],
    )
    const values = [...theirs, ...own.flatMap((curve) => [curve, curve])]
    for (const [i, path] of paths.entries()) {
      const curve = values[i]
      path.setAttribute('d', curve && view.width > 0 ? pathOf(curve, fit.probe, view) : '')
    }
  }, [fit, view, answers, others, classes])
  const right = useMemo(
    () => (truth && view.width > 0 ? curvePath(truth, view) : ''),
    [truth, view],
  )
  const keys = classes.length > 0 ? classes : [undefined]
  return (
    <Area view={view}>
      {right && <path className={styles.truth} d={right} />}
      <g ref={group}>
        {others.map((other) => (
          <path key={other.run} className={styles.other} data-run={other.run} />
        ))}
        {keys.flatMap((k) => [
          <path key={`halo ${k}`} className={styles.halo} />,
          <path key={`answer ${k}`} className={styles.answer} data-run={run} data-class={k} />,
        ])}
      </g>
    </Area>
  )
})
Curves.displayName = 'Curves'
