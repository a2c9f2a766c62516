import { useRef } from 'react'
import { lossSymbol } from '../../core/formulas/lossSymbol.ts'
import { latex } from '../../core/language/latex/latex.ts'
import { plainLeaf } from '../../core/language/latex/symbol.ts'
import { print } from '../../core/language/print.ts'
import { functionName } from '../../core/loss/valueName.ts'
import { useKatex } from '../../ui/formula/katex.ts'
import { Tex } from '../../ui/formula/Tex.tsx'
import { useShrunk } from '../../ui/formula/useShrunk.ts'
import { useDescentState } from '../lab/descents.ts'
import styles from './FunctionBar.module.css'

const none: readonly string[] = []

/** What is shown, typeset. */
export function Heading() {
  const written = useDescentState(({ shown }) => shown?.prepared.loss.written)
  const variables = useDescentState(({ shown }) => shown?.prepared.loss.variables ?? none)
  const heading = useRef<HTMLHeadingElement>(null)
  const formula = written
    ? `${lossSymbol(variables)}(${variables.join(', ')}) = \\displaystyle ${latex(written, { leaf: plainLeaf })}`
    : ''
  const katex = useKatex()
  useShrunk(heading, formula, katex)
  if (!written) return null
  return (
    <h1 ref={heading} className={katex ? undefined : styles.heading}>
      <Tex katex={katex} latex={formula} text={`${functionName(variables)} = ${print(written)}`} />
    </h1>
  )
}
