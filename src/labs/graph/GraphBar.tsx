import { useRef } from 'react'
import { latex } from '../../core/language/latex/latex.ts'
import { plainLeaf } from '../../core/language/latex/symbol.ts'
import { print } from '../../core/language/print.ts'
import { functionName } from '../../core/loss/valueName.ts'
import { ExpressionField } from '../../panels/function/ExpressionField.tsx'
import bar from '../../panels/function/FunctionBar.module.css'
import { useKatex } from '../../ui/formula/katex.ts'
import { Tex } from '../../ui/formula/Tex.tsx'
import { useShrunk } from '../../ui/formula/useShrunk.ts'
import { typeExpression } from './edits.ts'
import { Onward } from './Onward.tsx'
import { useGraphLab, useGraphState, useShownGraph } from './useGraph.ts'

/** What is differentiated: typeset, and as text that can be typed. */
export function GraphBar() {
  const lab = useGraphLab()
  const used = useGraphState(({ prepared }) => print(prepared.graph.loss.written))
  const typed = useGraphState(({ experiment }) => experiment.f)
  const rejected = useGraphState((state) => state.rejected)
  const isEntry = useGraphState(({ prepared }) => prepared.graph.loss.entry !== undefined)
  return (
    <div className={bar.bar}>
      <div className={bar.title}>
        <Heading />
        <Onward />
      </div>
      <div className={bar.fields}>
        <ExpressionField
          used={isEntry ? used : typed}
          rejected={rejected}
          hasMany
          onType={(next) => {
            lab.look({ rejected: undefined })
            lab.change(typeExpression(next), 'expression')
          }}
          onAdvised={() =>
            lab.store.getState().rejected !== undefined && lab.change((same) => same)
          }
        />
      </div>
    </div>
  )
}

function Heading() {
  const { loss } = useShownGraph().prepared.graph
  const heading = useRef<HTMLHeadingElement>(null)
  const name = functionName(loss.variables)
  const katex = useKatex()
  const formula = `${name.replace(/\(.*/, '')} = \\displaystyle ${latex(loss.written, { leaf: plainLeaf })}`
  useShrunk(heading, formula, katex)
  return (
    <h1 ref={heading} className={katex ? undefined : bar.heading}>
      <Tex katex={katex} latex={formula} text={`${name} = ${print(loss.written)}`} />
    </h1>
  )
}
