import type { Moment } from '../useGraph.ts'
export function FillIn({ moment }: { readonly moment: Moment }) {
  return <p>{moment.step}</p>
}
