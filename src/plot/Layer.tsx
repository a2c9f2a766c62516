import { useLayoutEffect, useRef } from 'react'

/** Paints into a group and answers with what undoes it, if there is anything to undo. */
export type Draw = (group: SVGGElement) => (() => void) | undefined

/** A group that React creates and never looks into: `draw` owns everything under it. */
export function Layer({ name, draw }: { readonly name: string; readonly draw: Draw }) {
  const group = useRef<SVGGElement>(null)
  useLayoutEffect(() => (group.current ? draw(group.current) : undefined), [draw])
  return <g ref={group} data-layer={name} />
}
