import { ArrangementContext } from '../panels/lab/arrangement.tsx'
import { Scene } from '../scenes/Scene.tsx'
import type { Stage } from '../scenes/stage.ts'

const shown = new Set(['plot', 'time', 'controls'] as const)
const companion = (
  <div>
    <h1>The soda can</h1>
    <p>
      A can of 330 cm³ is to be made of as little metal as possible. Its surface divided by its
      volume depends on the radius alone.
    </p>
  </div>
)

export const Lessons = ({ stage }: { readonly stage: Stage }) => (
  <ArrangementContext value={{ shown, companion }}>
    <Scene stage={stage} link="#/curve?f=soda&run=sgd(lr=5)" />
  </ArrangementContext>
)
