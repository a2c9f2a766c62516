// The examples menu: the lecture's graph, micrograd's, and what backpropagation is for. Links, as anyone could type.

interface Example {
  readonly name: string
  readonly hint: string
  readonly link: string
}

/** f of f of … x. */
const nested = (times: number, f: (inside: string) => string, x = 'x'): string =>
  times ? nested(times - 1, f, f(x)) : x

const [c, d] = ['a+b+(a+b+1)', 'a*b+b^3']
const d1 = `${d}+((${d})*2+relu(b+a))`
/** What the README of micrograd computes (Karpathy 2020), its lines put into each other. */
const e = `(${c}+(1+(${c})+(-a))-(${d1}+(3*(${d1})+relu(b-a))))^2`

export const examples: readonly Example[] = [
  {
    name: 'The lecture: 2(xy + max(z, w))',
    hint: 'The gradient is −8, 6, 2 and 0: nothing flows into the smaller one',
    link: '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:-1',
  },
  {
    name: 'The same with a tie',
    hint: 'PyTorch gives half to each; the lecture’s indicator all to both',
    link: '#/graph?f=2*(x*y+max(z,w))&start=x:3,y:-4,z:2,w:2',
  },
  {
    name: 'One value, two paths',
    hint: 'What arrives at x is the sum over both',
    link: '#/graph?f=(x+y)*(x+1)&start=x:2,y:-3',
  },
  {
    name: 'A perceptron',
    hint: 'Two inputs, two weights, a bias and tanh: Karpathy’s lecture',
    link: '#/graph?f=tanh(x1*w1+x2*w2+b)&start=x1:2,x2:0,w1:-3,w2:1,b:6.881373587019543',
  },
  {
    name: 'micrograd’s README',
    hint: '24.7041, with the gradient 138.8338 and 645.5773',
    link: `#/graph?f=${e}/2+10/${e}&start=a:-4,b:2`,
  },
  {
    name: 'A network, 2–2–1',
    hint: 'The squared error from y, differentiated by all nine weights in one pass',
    link: '#/graph?f=(w5*tanh(w1*x1+w2*x2+b1)+w6*tanh(w3*x1+w4*x2+b2)+b3-y)^2/2&start=x1:1,x2:2,y:1,w1:0.5,w2:-0.2,b1:0.1,w3:-0.4,w4:0.6,b2:-0.3,w5:0.7,w6:-0.5,b3:0.2',
  },
  {
    name: 'Softmax with cross-entropy',
    hint: 'b is the right class: the gradient is the softmax, minus 1 at b',
    link: '#/graph?f=-ln(exp(b)/(exp(a)+exp(b)+exp(c)))&start=a:2,b:1,c:0.1',
  },
  {
    name: 'A gradient that vanishes',
    hint: 'Ten sigmoids, and none lets more than a quarter through',
    link: `#/graph?f=${nested(10, (inside) => `sigmoid(${inside})`)}&start=x:0`,
  },
  {
    name: 'A gradient that explodes',
    hint: 'Ten layers of weight 2: 1024 arrives at x',
    link: `#/graph?f=${nested(10, (inside) => `w*relu(${inside})`)}&start=x:1,w:2`,
  },
  {
    name: 'On the kink',
    hint: 'relu and the absolute value at 0, where PyTorch takes the slope 0',
    link: '#/graph?f=relu(x)+abs(y)&start=x:0,y:0',
  },
]
