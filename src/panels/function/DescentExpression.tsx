import { expressionText, typeExpression } from '../../state/edits/experiment.ts'
import { part } from '../../ui/parts/Part.tsx'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import { ExpressionField } from './ExpressionField.tsx'

const Elsewhere = part(async () => (await import('../more.ts')).Elsewhere)

/** The expression that is descended. */
export function DescentExpression() {
  const lab = useDescentLab()
  const rejected = useDescentState((state) => state.rejected)
  const used = useDescentState(({ experiment }) => expressionText(experiment))
  return (
    <ExpressionField
      used={used}
      rejected={rejected}
      onType={(next) => {
        // What was typed before is gone, even where the text in use is typed again.
        lab.forget('rejected')
        lab.change(typeExpression(next), 'expression')
      }}
      onAdvised={() => lab.store.getState().rejected !== undefined && lab.change((same) => same)}
    >
      {rejected !== undefined && <Elsewhere text={rejected} />}
    </ExpressionField>
  )
}
