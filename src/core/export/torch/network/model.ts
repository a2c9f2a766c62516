// The network in Python: nn.Sequential whose linear layers have the even numbers, and where its parameters begin.
import type { PreparedNetwork } from '../../../experiment/networkPrepare.ts'
import type { Activation } from '../../../networks/activations.ts'
import { draws } from '../../../networks/draws.ts'
import type { InitName } from '../../../networks/initial.ts'
import { float, indented } from '../literal.ts'

const modules: Readonly<Record<Activation, string>> = {
  linear: 'nn.Identity()',
  relu: 'nn.ReLU()',
  'leaky-relu': 'nn.LeakyReLU()',
  elu: 'nn.ELU()',
  tanh: 'nn.Tanh()',
  sigmoid: 'nn.Sigmoid()',
  softplus: 'nn.Softplus()',
  silu: 'nn.SiLU()',
  gelu: 'nn.GELU()',
}

/** The class of the network. */
export function modelText({ architecture, dropout }: PreparedNetwork): string {
  const { inputs, hidden, outputs, activations } = architecture
  const sizes = [inputs, ...hidden, outputs]
  const lines = sizes.slice(1).flatMap((units, l) => {
    const linear = `nn.Linear(${sizes[l]}, ${units}),`
    const activation = activations[l]
    if (!activation) return [linear]
    const module = modules[activation]
    // Together they are one module, so that weights have the same names with dropout and without.
    if (dropout === 0) return [linear, `${module},`]
    return [linear, `nn.Sequential(${module}, Dropout(${float(dropout)}, ${l})),`]
  })
  return `class MLP(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
${indented(lines.join('\n'), 3)}
        )

    def forward(self, x):
        return self.net(x)`
}

/** Units are dropped as nn.Dropout does it, but which ones follows from the seed. */
export const dropoutText = ({ seed }: PreparedNetwork): string => `class Dropout(nn.Module):
    # nn.Dropout(share), whose units are drawn so that they are the same in every run.
    step = 0

    def __init__(self, share, layer):
        super().__init__()
        self.share, self.layer = share, layer

    def forward(self, y):
        if not self.training:
            return y
        counters = torch.arange((y.numel() + 3)//4)
        words = torch.stack(philox(${seed}, ${draws.dropout}, self.layer, Dropout.step, counters), dim=1)
        dropped = words.flatten()[:y.numel()].view_as(y) < self.share*2**32
        return torch.where(dropped, torch.zeros_like(y), y/(1 - self.share))`

export const weightsFile = 'weights.json'

/** How each kind begins: in words, and the bounds of a layer's weight and bias. */
const evenly: Readonly<
  Partial<Record<InitName, readonly [words: string, weight: string, bias: string]>>
> = {
  torch: [
    'as nn.Linear begins',
    '1/math.sqrt(layer.in_features)',
    '1/math.sqrt(layer.in_features)',
  ],
  xavier: [
    'from the interval of nn.init.xavier_uniform_',
    'math.sqrt(6/(layer.in_features + layer.out_features))',
    '0',
  ],
  he: [
    "from the interval of nn.init.kaiming_uniform_(nonlinearity='relu')",
    'math.sqrt(6/layer.in_features)',
    '0',
  ],
}

/** Gives a network its first parameters. */
export function beginText({ init, seed, weights }: PreparedNetwork): string {
  const [words, ways] = weights ? own : wordsOf(init, seed)
  return `def begin(model):
    # The parameters before training: those of ${weightsFile} if it lies beside this script, else
    # ${words}.
    beside = os.path.join(os.path.dirname(globals().get('__file__', '')), '${weightsFile}')
    if os.path.exists(beside):
        with open(beside) as file:
            load(model, json.load(file))
        return
${indented(ways)}


def load(model, weights):
    model.load_state_dict({name: torch.tensor(numbers) for name, numbers in weights.items()})`
}

const own = ['those that were set', 'load(model, json.loads(weights))'] as const

const layers = 'layers = [module for module in model.net if isinstance(module, nn.Linear)]'

function wordsOf(init: InitName, seed: number): readonly [string, string] {
  const [words, weight, bias] = evenly[init] ?? []
  if (words)
    return [
      `${words}, drawn so that they are always the same`,
      `${layers}
with torch.no_grad():
    for l, layer in enumerate(layers):
        bounds = ${weight}, ${bias}
        for k, (p, bound) in enumerate(zip((layer.weight, layer.bias), bounds)):
            drawn = uniform(${seed}, ${draws.parameters}, 2*l + k, torch.arange(p.numel()))
            p.copy_(bound*(2*drawn.view_as(p) - 1))`,
    ]
  if (init === 'zeros')
    return [
      'zeros, which keeps all units of a layer equal',
      `for p in model.parameters():
    nn.init.zeros_(p)`,
    ]
  return [
    'a linear congruential generator fills them in their order',
    `state = ${seed} % 2**32
${layers}
with torch.no_grad():
    for layer in layers:
        for p in (layer.weight, layer.bias):
            values = []
            for _ in range(p.numel()):
                state = (1664525*state + 1013904223) % 2**32
                values.append((2*(state/2**32) - 1)/math.sqrt(layer.in_features))
            p.copy_(torch.tensor(values).view_as(p))`,
  ]
}
