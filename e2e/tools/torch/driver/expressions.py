"""Expressions of the language, read anew after the contract's grammar and computed with PyTorch's own operations.

A second reading on purpose: what the core's parser or its table of operations has wrong is not wrong here too.
"""
import math
import re
import torch

functions = {
    **{n: getattr(torch, n) for n in
       'sin cos tan asin acos atan sinh cosh tanh exp log log10 sqrt abs sign relu sigmoid floor '
       'ceil round sinc exp2 hypot erf'.split()},
    'ln': torch.log,
    'pow': torch.pow,
    **{n: getattr(torch.nn.functional, n) for n in 'softplus elu silu gelu leaky_relu selu hardtanh'.split()},
    'mod': torch.remainder,
    'sec': lambda a: 1/torch.cos(a), 'csc': lambda a: 1/torch.sin(a), 'cot': lambda a: 1/torch.tan(a),
    'coth': lambda a: 1/torch.tanh(a), 'acot': lambda a: torch.atan(1/a),
    'cbrt': lambda a: torch.sign(a)*torch.abs(a)**(1/3),
}
extrema = {'max': (torch.maximum, torch.amax), 'min': (torch.minimum, torch.amin)}
comparisons = {'<': torch.lt, '<=': torch.le, '>': torch.gt, '>=': torch.ge, '==': torch.eq}
constants = {'pi': math.pi, 'e': math.e}
token = re.compile(r'\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z]\w*)|(<=|>=|==|\*\*|.))')


class NotCovered(Exception):
    """What this driver does not say anything about."""


def tensor(value):
    return torch.tensor(float(value), dtype=torch.float64)


class Parser:
    """Reads text into tuples: ('number', 2.0), ('name', 'x'), ('+', a, b), ('neg', a), ('call', 'sin', [a])."""

    def __init__(self, text):
        text = text.strip()
        self.tokens, at = [], 0
        while at < len(text):
            found = token.match(text, at)
            number, word, sign = found.groups()
            self.tokens.append(('number', float(number)) if number else ('word', word) if word else ('sign', sign))
            at = found.end()
        self.tokens.append(('end', ''))
        self.at = 0

    def take(self, *signs):
        kind, text = self.tokens[self.at]
        if kind == 'sign' and text in signs:
            self.at += 1
            return text
        return None

    def whole(self):
        tree = self.expression()
        if self.tokens[self.at][0] != 'end':
            raise SyntaxError(f'{self.tokens[self.at]} left over')
        return tree

    def expression(self):
        left = self.sum()
        sign = self.take(*comparisons)
        return (sign, left, self.sum()) if sign else left

    def sum(self):
        left = ('neg', self.product()) if self.take('-') else self.product()
        while sign := self.take('+', '-'):
            left = (sign, left, self.product())
        return left

    def product(self):
        left = self.signed()
        while True:
            after_number = self.tokens[self.at - 1][0] == 'number'
            if sign := self.take('*', '/'):
                left = (sign, left, self.signed())
            elif after_number and (self.tokens[self.at][0] == 'word' or self.tokens[self.at] == ('sign', '(')):
                left = ('*', left, self.power())
            else:
                return left

    def signed(self):
        return ('neg', self.signed()) if self.take('-') else self.power()

    def power(self):
        base = self.atom()
        return ('^', base, self.signed()) if self.take('^', '**') else base

    def atom(self):
        if self.take('('):
            inner = self.expression()
            self.close()
            return inner
        kind, value = self.tokens[self.at]
        self.at += 1
        if kind == 'number':
            return ('number', value)
        if kind != 'word':
            raise SyntaxError(f'{value!r} where an atom should be')
        if not self.take('('):
            return ('name', value)
        arguments = [self.expression()]
        while self.take(','):
            arguments.append(self.expression())
        self.close()
        return ('prev', arguments[0][1]) if value == 'prev' else ('call', value, arguments)

    def close(self):
        if not self.take(')'):
            raise SyntaxError('a parenthesis is missing')


def names(tree):
    """Every name that a tree reads; prev(n) is ('prev', n)."""
    if tree[0] == 'name':
        return set() if tree[1] in constants else {tree[1]}
    if tree[0] == 'prev':
        return {tree}
    parts = tree[2] if tree[0] == 'call' else [t for t in tree[1:] if isinstance(t, tuple)]
    return set().union(*map(names, parts))


def value(tree, known):
    """The tree's value as a tensor; `known` gives the tensor of a name."""
    kind = tree[0]
    if kind == 'number':
        return tensor(tree[1])
    if kind in ('name', 'prev'):
        return tensor(constants[tree[1]]) if kind == 'name' and tree[1] in constants else known(tree)
    if kind == 'neg':
        return -value(tree[1], known)
    if kind == 'call':
        return called(tree[1], tree[2], known)
    if kind == '^':
        return raised(tree[1], tree[2], known)
    a, b = value(tree[1], known), value(tree[2], known)
    if kind in comparisons:
        return comparisons[kind](a, b).double()
    return a + b if kind == '+' else a - b if kind == '-' else a * b if kind == '*' else a / b


def raised(base, exponent, known):
    """A power; an exponent without names is a number to PyTorch, as it is where someone types it."""
    if names(exponent):
        return value(base, known) ** value(exponent, known)
    return value(base, known) ** value(exponent, known).item()


def called(word, arguments, known):
    if word == 'pow':
        return raised(*arguments, known)
    given = [value(a, known) for a in arguments]
    if word == 'where':
        return torch.where(given[0] != 0, given[1], given[2])
    if word in extrema:
        of_two, of_many = extrema[word]
        return of_two(*given) if len(given) == 2 else of_many(torch.stack(given), 0)
    if word not in functions:
        raise NotCovered(f'the function {word}')
    return functions[word](*given)
