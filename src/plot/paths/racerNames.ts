// The names of racers as they are drawn, with an arrow where one leaves the picture.
import { select } from 'd3'
import type { EndLabel } from '../labels/endLabels.ts'
import { baselineOf } from '../labels/textSize.ts'

/** Paints the names into a group, whatever stood there before. */
export function paintNames(group: SVGGElement, labels: readonly EndLabel[]): void {
  const root = select(group)
  root
    .selectAll('line.leader')
    .data(labels.filter(({ isFar }) => isFar))
    .join('line')
    .attr('class', 'leader')
    .attr('data-run', runOf)
    .attr('x1', ({ x }) => x)
    .attr('y1', ({ y }) => y)
    .attr('x2', nearEnd)
    .attr('y2', ({ box }) => box.y + box.height / 2)
  root
    .selectAll('path.exit')
    .data(labels.filter(({ leaves }) => leaves !== undefined))
    .join('path')
    .attr('class', 'exit')
    .attr('data-run', runOf)
    .attr('d', 'M0,0L-11,-5.5V5.5Z')
    .attr('transform', ({ x, y, leaves }) => `translate(${x},${y})rotate(${leaves})`)
  root
    .selectAll('text')
    .data(labels)
    .join('text')
    .attr('data-run', runOf)
    // Sizes are estimates: the end that is at the point is where it is said to be.
    .attr('text-anchor', (label) => (isLeft(label) ? 'end' : 'start'))
    .attr('x', nearEnd)
    .attr('y', ({ box }) => baselineOf(box))
    .text(({ text }) => text)
}

const isLeft = ({ box, x }: EndLabel) => box.x + box.width / 2 < x
const nearEnd = (label: EndLabel) => label.box.x + (isLeft(label) ? label.box.width : 0)
/** None for what only stands beside a racer. */
const runOf = ({ run }: EndLabel): number | null => run ?? null
