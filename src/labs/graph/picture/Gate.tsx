import { type KeyboardEvent, memo, type Ref } from 'react'
import styles from './GraphPicture.module.css'
import { gate, line } from './sizes.ts'

interface Props {
  readonly index: number
  readonly kind: 'input' | 'constant' | 'operation'
  readonly label: string
  /** What formulas call it; nothing where its label says so already. */
  readonly name: string | undefined
  readonly x: number
  readonly y: number
  readonly width: number
  readonly value: string
  readonly adjoint: string
  readonly hasValue: boolean
  /** `part` of its adjoint has arrived, or all of it. */
  readonly arrived: 'nothing' | 'part' | 'all'
  readonly isNow: boolean
  /** Out of sight. */
  readonly isFar: boolean
  readonly isSelected: boolean
  /** By Tab the graph is one stop, at this node. */
  readonly isStop: boolean
  /** The node in words. */
  readonly words: string
  readonly onSelect: (index: number) => void
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
  readonly onFocus: (index: number) => void
  /** What takes hold of it, where it can be dragged. */
  readonly handle?: Ref<SVGGElement>
}

/** A node: what it computes, with its value above and its adjoint below. */
export const Gate = memo((props: Props) => {
  const { index, kind, label, name, x, y, width, value, adjoint, arrived } = props
  const half = gate.height / 2
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button of HTML
    <g
      ref={props.handle}
      role="button"
      tabIndex={props.isStop ? 0 : -1}
      aria-label={props.words}
      aria-pressed={props.isSelected}
      data-node={index}
      data-kind={kind}
      // What else is of the same name lights up with it: the slider of a variable, its row.
      data-name={name ?? label}
      data-known={props.hasValue}
      data-arrived={arrived}
      data-now={props.isNow || undefined}
      data-far={props.isFar || undefined}
      className={styles.node}
      transform={`translate(${x},${y})`}
      onClick={() => props.onSelect(index)}
      onKeyDown={(event) => props.onKeyDown(event, index)}
      onFocus={() => props.onFocus(index)}
    >
      <rect
        className={styles.gate}
        x={-width / 2}
        y={-half}
        width={width}
        height={gate.height}
        rx={kind === 'operation' ? half : 5}
      />
      <text className={styles.label} y={1}>
        {label}
      </text>
      {kind !== 'constant' && (
        <>
          <text className={styles.value} y={-half - line / 2}>
            {name && <tspan className={styles.name}>{`${name} = `}</tspan>}
            {value}
          </text>
          <text className={styles.adjoint} y={half + line / 2 + 1}>
            {adjoint}
          </text>
        </>
      )}
    </g>
  )
})
Gate.displayName = 'Gate'
