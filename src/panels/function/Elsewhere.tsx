import { elsewhere } from '../../state/descents/elsewhere.ts'
import { useDescentLab } from '../lab/descents.ts'
import styles from './Reading.module.css'

/** A function of another number of variables is for another lab. */
export function Elsewhere({ text }: { readonly text: string }) {
  const lab = useDescentLab()
  const other = elsewhere(text, lab.store.getState())
  return (
    other && (
      <p className={styles.mistake}>
        <a href={other.link}>Open in {other.title}</a>
      </p>
    )
  )
}
