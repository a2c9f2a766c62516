import { useMemo, useState } from 'react'
import {
  checkGradient,
  type Precision,
  precisions,
  quotientKinds,
} from '../../../core/graphs/gradientCheck.ts'
import type { Graph } from '../../../core/graphs/graph.ts'
import type { Point } from '../../../core/graphs/passes.ts'
import { Select } from '../../../ui/Select.tsx'
import { Coordinates } from './Coordinates.tsx'
import { Errors } from './Errors.tsx'
import styles from './GradientBench.module.css'
import { Key } from './Key.tsx'
import { Quotients } from './Quotients.tsx'
import { SecantChart } from './SecantChart.tsx'
import { comparisonsAt, lectureWidth } from './slopes.ts'
import { WidthControl } from './WidthControl.tsx'
import { secantInWords, slopeName } from './words.ts'

interface Props {
  readonly graph: Graph
  readonly point: Point
  /** The one whose slope is checked. */
  readonly variable: string
  readonly onVariable: (variable: string) => void
}

const named = <T extends string>(values: readonly T[]) =>
  values.map((value) => ({ value, name: value }))
const precisionOptions = named(Object.keys(precisions) as Precision[])

/** Difference quotients beside the slope by backpropagation, over all widths h. */
export function GradientBench({ graph, point, variable, onVariable }: Props) {
  const [precision, setPrecision] = useState<Precision>('float64')
  const [h, setWidth] = useState(lectureWidth)
  const checked = useMemo(
    () => ({ graph, point, variable, precision }),
    [graph, point, variable, precision],
  )
  const check = useMemo(
    () => checkGradient(graph, point, variable, precision),
    [graph, point, variable, precision],
  )
  const compared = useMemo(() => comparisonsAt(checked, check.exact, h), [checked, check, h])
  const { variables } = graph.loss
  const name = slopeName(variables, variable)
  return (
    <div className={styles.bench}>
      <div className={styles.parts}>
        <div className={styles.controls}>
          <Select
            beside
            label="Variable"
            value={variable}
            options={named(variables)}
            onChange={onVariable}
          />
          <Select
            beside
            label="Precision"
            value={precision}
            options={precisionOptions}
            onChange={setPrecision}
          />
          <WidthControl h={h} onChange={setWidth} />
        </div>
        <Errors checked={checked} check={check} h={h} compared={compared} onPick={setWidth} />
        <figure>
          <figcaption>
            Secants <Key kinds={[...quotientKinds, 'tangent']} />
          </figcaption>
          <SecantChart
            checked={checked}
            h={h}
            compared={compared}
            sentence={secantInWords(checked, h, compared)}
          />
        </figure>
        <div className={styles.tables}>
          <Quotients check={check} h={h} compared={compared} name={name} />
          <Coordinates checked={checked} h={h} />
        </div>
      </div>
    </div>
  )
}
