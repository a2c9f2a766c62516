import { WithCode } from '../../ui/WithCode.tsx'
import styles from './EndPage.module.css'
import { useTitle } from './useTitle.ts'

interface Props {
  /** Why there is nothing, in a sentence. */
  readonly words: string
  readonly back: { readonly words: string; readonly address: string }
}

/** An address that leads nowhere says so, and the way back. */
export function Nowhere({ words, back }: Props) {
  useTitle('Not found')
  return (
    <div className={styles.page}>
      <h1>Not found</h1>
      <p>
        <WithCode>{words}</WithCode> <a href={back.address}>{back.words}</a>
      </p>
    </div>
  )
}
