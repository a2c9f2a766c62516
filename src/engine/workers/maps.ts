import address from 'virtual:workers/sweeper'
import { jobs, takeCard, takeSweepers } from '../jobs/maps.ts'
import { serve } from '../serve.ts'
import { type Sweeper, sweepersOf } from '../sweepers.ts'

// One core is this worker's, and one the page's while nobody waits for it.
const others = Math.max(0, Math.min(7, navigator.hardwareConcurrency - 1))
takeSweepers(() => sweepersOf(Array.from({ length: others }, hired)))
// What a card needs is asked for where there may be one; without it there is still WebAssembly.
if (navigator.gpu)
  import('../card.ts').then(
    ({ cardOf }) => takeCard(cardOf(navigator.gpu)),
    () => undefined,
  )

function hired(): Sweeper {
  const worker = new Worker(address, { type: 'module' })
  return {
    postMessage: (word) => worker.postMessage(word),
    listen(answered) {
      worker.onmessage = ({ data }) => answered(data)
    },
  }
}

serve(self as never, jobs)
