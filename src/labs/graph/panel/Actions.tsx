import { useEffect, useRef } from 'react'
import type { Graph } from '../../../core/graphs/graph.ts'
import { written } from '../../../core/graphs/names.ts'
import { useGraphLab, useGraphState, useShownGraph } from '../useGraph.ts'
import styles from './Panel.module.css'

/** Both passes in one go; and what PyTorch's .grad has after more than one backward(). */
export function Actions() {
  const lab = useGraphLab()
  const grads = useGraphState((state) => state.grads)
  const { graph } = useShownGraph().prepared
  const selected = useGraphState((state) => state.selected)
  const checking = useRef<HTMLButtonElement>(null)
  const isChecking = useGraphState(({ checked }) => checked !== undefined)
  const wasChecking = useRef(isChecking)
  useEffect(() => {
    // Who comes back is where they left.
    if (wasChecking.current && !isChecking) checking.current?.focus({ preventScroll: true })
    wasChecking.current = isChecking
  }, [isChecking])
  const check = () => {
    const { operation, name } = graph.nodes[selected ?? -1] ?? {}
    lab.look({ checked: operation === 'input' ? name : firstOf(graph) })
  }
  const isMine = grads?.graph === graph
  return (
    <div className={styles.actions}>
      <button type="button" onClick={lab.forward}>
        Forward
      </button>
      <button type="button" onClick={lab.backward}>
        Backward
      </button>
      <button ref={checking} type="button" onClick={check}>
        Check this gradient
      </button>
      {isMine && (
        <button
          type="button"
          onClick={({ currentTarget }) => {
            // The button is about to go.
            const [, backward] = currentTarget.parentElement?.querySelectorAll('button') ?? []
            backward?.focus()
            lab.zeroGrad()
          }}
        >
          zero_grad()
        </button>
      )}
      <p role="status" className={styles.grads} data-trap={isMine && grads.count > 1}>
        {isMine && wordsOf(grads)}
      </p>
    </div>
  )
}

/** The variable that is written first. */
const firstOf = ({ nodes, loss }: Graph) =>
  nodes.find(({ operation }) => operation === 'input')?.name ?? loss.variables[0]

function wordsOf({
  count,
  sums,
}: {
  readonly count: number
  readonly sums: Readonly<Record<string, number>>
}) {
  const list = Object.entries(sums)
    .slice(0, 4)
    .map(([name, sum]) => `${name}.grad = ${written(sum)}`)
    .join(', ')
  return count === 1
    ? `backward() was called once: ${list}.`
    : `backward() was called ${count} times without zero_grad(), and .grad adds up: ${list}. An optimizer would take a step that is too large.`
}
