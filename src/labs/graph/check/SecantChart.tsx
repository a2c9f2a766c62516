import { useMemo, useRef } from 'react'
import { type QuotientKind, quotientKinds } from '../../../core/graphs/gradientCheck.ts'
import { valueName } from '../../../core/loss/valueName.ts'
import { Area } from '../../../plot/Area.tsx'
import { Axes } from '../../../plot/Axes.tsx'
import { curvePath } from '../../../plot/curvePath.ts'
import { useSize } from '../../../plot/useSize.ts'
import type { View } from '../../../plot/view.ts'
import styles from './Charts.module.css'
import { along, endsOf, lineThrough, secantView, windowAround } from './secantView.ts'
import type { Checked, Comparison } from './slopes.ts'

interface Props {
  readonly checked: Checked
  readonly h: number
  readonly compared: Readonly<Record<QuotientKind, Comparison>>
  /** All of it in a sentence. */
  readonly sentence: string
}

/** f along the variable, with the secants whose slopes are the quotients, and the tangent. */
export function SecantChart({ checked, h, compared, sentence }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const { graph, point, variable } = checked
  const f = useMemo(() => along(checked), [checked])
  const at = point[variable] ?? Number.NaN
  const region = useMemo(() => windowAround(f, at), [f, at])
  const view = useMemo(() => region && secantView(size, region), [size, region])
  const curve = useMemo(() => (view && size.width ? curvePath(f, view) : ''), [f, view, size.width])
  const name = valueName(graph.loss.variables)
  return (
    <div ref={frame} className={styles.frame}>
      {!view && <p className={styles.none}>{name} has no value around this point.</p>}
      {view && size.width > 0 && (
        <svg width={size.width} height={size.height} role="img" aria-label={sentence}>
          <Axes view={view} xLabel={variable} yLabel={name} />
          <Area view={view}>
            <path
              className={styles.tangent}
              d={lineThrough(view, [at, f(at)], compared.forward.exact)}
            />
            <path className={styles.curve} d={curve} />
            {quotientKinds.map((kind) => (
              <Secant
                key={kind}
                kind={kind}
                view={view}
                f={f}
                ends={endsOf(kind, checked, h)}
                slope={compared[kind].quotient}
              />
            ))}
            {Number.isFinite(f(at)) && (
              <circle className={styles.here} cx={view.x(at)} cy={view.y(f(at))} />
            )}
          </Area>
        </svg>
      )}
    </div>
  )
}

interface SecantProps {
  readonly kind: QuotientKind
  readonly view: View
  readonly f: (x: number) => number
  readonly ends: readonly [number, number]
  readonly slope: number
}

/** The line through the two places that a quotient compares. */
function Secant({ kind, view, f, ends, slope }: SecantProps) {
  const [from] = ends
  return (
    <g data-kind={kind}>
      <path
        className={styles.line}
        data-kind={kind}
        d={lineThrough(view, [from, f(from)], slope)}
      />
      {ends
        .filter((x) => Number.isFinite(f(x)))
        .map((x, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: where h is lost both ends are one place
          <circle key={i} className={styles.dot} cx={view.x(x)} cy={view.y(f(x))} />
        ))}
    </g>
  )
}
