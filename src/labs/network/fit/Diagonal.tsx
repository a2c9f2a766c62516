import { Area } from '../../../plot/Area.tsx'
import type { View } from '../../../plot/view.ts'
import styles from './Fit.module.css'

/** Where answers are their targets. */
export function Diagonal({ view }: { readonly view: View }) {
  const [from = 0, to = 0] = view.x.domain()
  return (
    <Area view={view}>
      <path
        className={styles.diagonal}
        d={`M${view.x(from)},${view.y(from)}L${view.x(to)},${view.y(to)}`}
      />
    </Area>
  )
}
