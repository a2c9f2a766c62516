import { useState } from 'react'
import type { Moment } from './moment.ts'

/** The link by which a scene is opened: one that is kept as it is now is not opened anew. */
export function useSceneLink({ talk }: Pick<Moment, 'talk'>, at: number): string {
  const link = () => ({ at, link: talk.scenes[at]?.link ?? '' })
  const [opened, open] = useState(link)
  if (opened.at === at) return opened.link
  open(link())
  return link().link
}
