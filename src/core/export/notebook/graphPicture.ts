// The picture of a graph in matplotlib, in columns from left to right, and the two passes through it as a film.
import { type Graph, type GraphNode, placesFromLeft } from '../../graphs/graph.ts'
import { namesOf, signOf } from '../../graphs/names.ts'
import { stagesOf } from '../../graphs/stages.ts'
import { valueName } from '../../loss/valueName.ts'
import { float, quoted } from '../torch/literal.ts'
import { filmEnd, filmStart } from './film.ts'
import { operationText } from './operationText.ts'

/** The blocks of the cell that draws it. */
export function drawing(graph: Graph): readonly string[] {
  return [
    [drawnText(graph), edgesText(graph), operationsText(graph), stagesText(graph)].join('\n'),
    local,
    known,
    draw,
    picture,
  ]
}

function drawnText(graph: Graph): string {
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
  return `# Of each node its name, its sign, its column and its place there.\ndrawn = [\n${drawn.join('\n')}\n]`
}

/** What is used twice by the same node has one edge to it. */
function edgesText({ nodes }: Graph): string {
  const edges = nodes.flatMap(({ inputs }, to) =>
    [...new Set(inputs)].map((from) => `(${from}, ${to})`),
  )
  return `edges = [${edges.join(', ')}]`
}

/** Every operation alone, so that PyTorch can differentiate it alone. */
function operationsText({ nodes }: Graph): string {
  const lines = nodes.flatMap((node, i) => {
    const places = node.inputs.flatMap((input, k) =>
      nodes[input]?.operation === 'constant' ? [] : [k],
    )
    // An input that comes twice has two letters: each has its own derivative.
    const letterOf = (k: number) =>
      places.includes(k) ? `input${places.indexOf(k) + 1}` : undefined
    if (!places.length) return []
    const starts = places.map((k) => node.inputs[k]).join(', ') + (places.length > 1 ? '' : ',')
    return [
      `    ${i}: (lambda ${places.map(letterOf).join(', ')}: ${operationText(node, letterOf)}, (${starts})),`,
    ]
  })
  return `# Each operation alone, and which of the drawn it takes.\noperations = {\n${lines.join('\n')}\n}`
}

function stagesText(graph: Graph): string {
  const stages = stagesOf(graph).map((stage) =>
    stage.pass === 'start' ? `('start', None)` : `(${quoted(stage.pass)}, ${stage.node})`,
  )
  return `# Forward one operation at a time, then backward one at a time.\nstages = [\n    ${stages.join(',\n    ')},\n]`
}

const local = `def slopes():
    # Of each operation by each of its inputs: the local derivatives, which stand on the edges.
    found = {}
    for end, (compute, starts) in operations.items():
        known = [nodes[drawn[start][0]] for start in starts]
        inputs = [node.detach().requires_grad_(node.requires_grad) for node in known]
        result = compute(*inputs)
        if result.requires_grad:
            result.backward()
        for start, leaf in zip(starts, inputs):
            if leaf.grad is not None:
                found.setdefault((start, end), []).append(leaf.grad.item())
    return found


local = slopes()`

const known = `def arrived(at, done, begun):
    # The gradient that has come to a node; PyTorch's own once nothing more will come.
    node = nodes[drawn[at][0]]
    ends = [end for start, end in edges if start == at]
    if not node.requires_grad or not begun:
        return None
    if done.issuperset(ends):
        return gradient(node)
    given = [gradient(nodes[drawn[end][0]])*slope for end in ends if end in done for slope in local.get((at, end), [])]
    return sum(given) if given else None`

const draw = `columns = max(column for _, _, column, _ in drawn) + 1
rows = max(abs(row) for *_, row in drawn)
size = (max(5, 1.6*columns), max(3, 2.2*(rows + 1)))


def draw(place, step):
    # What is known after so many stages.
    computed, begun, done = [{node for kind, node in stages[:step + 1] if kind == one} for one in ('forward', 'turn', 'backward')]
    place.clear()
    place.set(xlim=(-0.6, columns - 0.4), ylim=(-rows - 0.6, rows + 0.6))
    place.axis('off')
    for start, end in edges:
        (*_, x0, y0), (*_, x1, y1) = drawn[start], drawn[end]
        turned = end in done and (start, end) in local
        style = dict(arrowstyle='<-', color='tab:red') if turned else dict(arrowstyle='->', color='0.6')
        place.annotate('', (x1 - 0.18, y1), (x0 + 0.18, y0), arrowprops=style)
        if turned:
            # Not in the middle, where edges cross.
            text = ' + '.join(f'{slope:.4g}' for slope in local[start, end])
            place.text(x0 + 0.42*(x1 - x0), y0 + 0.42*(y1 - y0), text, ha='center', va='center', fontsize=8, bbox=dict(boxstyle='round,pad=0.15', facecolor='white', edgecolor='none'))
    for at, (name, sign, column, row) in enumerate(drawn):
        place.text(column, row, sign, ha='center', va='center', bbox=dict(boxstyle='round', facecolor='white', edgecolor='0.4'))
        if name not in nodes:
            continue
        if at in computed or all(end != at for _, end in edges):
            place.text(column, row + 0.22, f'{nodes[name].item():.6g}', ha='center', va='bottom', color='tab:blue')
        adjoint = arrived(at, done, begun)
        if adjoint is not None:
            place.text(column, row - 0.22, f'{adjoint:.6g}', ha='center', va='top', color='tab:red')`

const picture = `figure, place = plt.subplots(figsize=size)
draw(place, len(stages) - 1)
plt.show()`

/** Stage by stage; of a long graph the frames are no larger than a screen. */
export const passes = `${filmStart}
figure, place = plt.subplots(figsize=size, dpi=min(100, 1400/max(size)))
titles = {'start': 'The leaves', 'forward': 'Forward: ', 'turn': 'Backward begins at ', 'backward': 'Backward through '}


def until(step):
    draw(place, step)
    kind, node = stages[step]
    place.set_title(titles[kind] + ('' if node is None else '{} ({})'.format(*drawn[node])))


frames = range(len(stages))
${filmEnd(800)}`
