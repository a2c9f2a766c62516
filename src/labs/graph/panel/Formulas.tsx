import type { FormulaOfStage } from '../../../core/graphs/chainRule.ts'
import { katex, useKatex } from '../../../ui/formula/katex.ts'
import { Tex } from '../../../ui/formula/Tex.tsx'
import { Late } from '../../../ui/parts/Part.tsx'
import styles from './Panel.module.css'

/** Formulas of a step, each with its parts below each other where they have no room in one line. */
export function Formulas({ formulas }: { readonly formulas: readonly FormulaOfStage[] }) {
  const engine = useKatex()
  return (
    // biome-ignore lint/a11y/useSemanticElements: formulas are no field set
    <div
      role="group"
      aria-label="Formulas"
      className={styles.formulas}
      data-scrolls
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
      tabIndex={0}
    >
      <Late of={katex} />
      {formulas.map(({ parts, words, isPartial }) => (
        <p key={words} className={styles.formula}>
          <span className={engine ? 'visually-hidden' : undefined}>{words}</span>
          {engine &&
            parts.map((part, k) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts are told apart by their place
              <span key={k} className={styles.part}>
                <Tex katex={engine} latex={`${k ? '= ' : ''}\\displaystyle ${part}`} text="" />
              </span>
            ))}
          {isPartial && <span className={styles.part}>so far: more paths arrive here</span>}
        </p>
      ))}
    </div>
  )
}
