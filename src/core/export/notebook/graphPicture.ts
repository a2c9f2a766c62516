// The picture of a graph in matplotlib, in columns from left to right.
import { type Graph, type GraphNode, placesFromLeft } from '../../graphs/graph.ts'
import { namesOf, signOf } from '../../graphs/names.ts'
import { valueName } from '../../loss/valueName.ts'
import { float, quoted } from '../torch/literal.ts'

/** The blocks of the cell that draws it. */
export function drawing(graph: Graph): readonly string[] {
  const names = namesOf(graph)
  const value = valueName(graph.loss.variables)
  const nameOf = (node: GraphNode, i: number) =>
    node.operation !== 'constant' && i < graph.nodes.length - 1 ? (names[i]?.name ?? '') : ''
  const places = placesFromLeft(graph)
  const drawn = graph.nodes.map((node, i) => {
    const isLast = i === graph.nodes.length - 1
    const key = isLast ? value : nameOf(node, i)
    const sign = node.inputs.length ? signOf(node) : (names[i]?.text ?? '')
    const [column = 0, row = 0] = places[i] ?? []
    return `    (${quoted(key)}, ${quoted(sign)}, ${column}, ${float(row)}),`
  })
  const edges = graph.nodes.flatMap(({ inputs }, to) => inputs.map((from) => `(${from}, ${to})`))
  return [
    `# Of each node its name, its sign, its column and its place there.\ndrawn = [\n${drawn.join('\n')}\n]\nedges = [${edges.join(', ')}]`,
    picture,
  ]
}

const picture = `columns = max(column for _, _, column, _ in drawn) + 1
rows = max(abs(row) for *_, row in drawn)
figure, place = plt.subplots(figsize=(max(5, 1.6*columns), max(3, 2.2*(rows + 1))))
for start, end in edges:
    (*_, x0, y0), (*_, x1, y1) = drawn[start], drawn[end]
    place.annotate('', (x1 - 0.18, y1), (x0 + 0.18, y0), arrowprops=dict(arrowstyle='->', color='0.6'))
for name, sign, column, row in drawn:
    place.text(column, row, sign, ha='center', va='center', bbox=dict(boxstyle='round', facecolor='white', edgecolor='0.4'))
    if name in nodes:
        place.text(column, row + 0.22, f'{nodes[name].item():.6g}', ha='center', va='bottom', color='tab:blue')
        place.text(column, row - 0.22, f'{gradient(nodes[name]):.6g}', ha='center', va='top', color='tab:red')
place.set(xlim=(-0.6, columns - 0.4), ylim=(-rows - 0.6, rows + 0.6))
place.axis('off')
plt.show()`
