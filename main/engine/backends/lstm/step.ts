/** The activation of the three gates, and its slope as a function of its value. */
export interface Gate {
  readonly value: (x: number) => number
  readonly slope: (value: number) => number
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
const tanh = (x: number) => 2 / (1 + Math.exp(-2 * x)) - 1

/** tfjs' recurrent activations; its hard sigmoid is clip(0.2·x + 0.5, 0, 1). */
export const gateActivations: Readonly<Record<string, Gate>> = {
  sigmoid: { value: sigmoid, slope: (value) => value * (1 - value) },
  hardSigmoid: {
    value: (x) => Math.max(0, Math.min(1, 0.2 * x + 0.5)),
    slope: (value) => (value > 0 && value < 1 ? 0.2 : 0),
  },
}

interface Step {
  readonly batch: number
  readonly time: number
  readonly units: number
  /** The position in time of this step, and of the one computed before it (-1 or `time` for none). */
  readonly at: number
  readonly before: number
  readonly gate: Gate
  /** [batch, time, 4 · units] */
  readonly gates: Float32Array
  /** [batch, time, units] */
  readonly cells: Float32Array
}

interface ForwardStep extends Step {
  /** How many steps were computed before. */
  readonly step: number
  readonly previous: Float32Array
  readonly outputs: Float32Array
  /** [batch, units], replaced */
  readonly hidden: Float32Array
  /** hidden · recurrent kernel, [batch, 4 · units] */
  readonly carried: Float32Array
  readonly bias: Float32Array
}

/** Turns one step's sums into gates, in place, and moves cell and hidden state on. */
export const stepForward = (s: ForwardStep): void => {
  const { units, time, gates, cells, hidden, carried, bias } = s
  const { value } = s.gate
  const [f, g, o] = [units, 2 * units, 3 * units]
  for (let b = 0; b < s.batch; b++) {
    const row = (b * time + s.at) * units
    const rowBefore = s.step === 0 ? -1 : (b * time + s.before) * units
    const output = (b * time + s.step) * units
    for (let u = 0; u < units; u++) {
      const z = 4 * row + u
      const r = 4 * b * units + u
      const sum = (offset: number) =>
        (gates[z + offset] as number) + (carried[r + offset] as number) + (bias[u + offset] as number)
      const [input, forget, candidate, out] = [value(sum(0)), value(sum(f)), tanh(sum(g)), value(sum(o))]
      gates[z] = input
      gates[z + f] = forget
      gates[z + g] = candidate
      gates[z + o] = out
      const cell = input * candidate + (rowBefore < 0 ? 0 : forget * (cells[rowBefore + u] as number))
      cells[row + u] = cell
      s.previous[row + u] = hidden[b * units + u] as number
      const next = out * tanh(cell)
      hidden[b * units + u] = next
      s.outputs[output + u] = next
    }
  }
}

interface BackwardStep extends Step {
  /** The output's gradient at this step, if it has one: element b, u at dyFrom + b · dyRow + u. */
  readonly dy: Float32Array | undefined
  readonly dyRow: number
  readonly dyFrom: number
  /** Gradients reaching this step from the next one, [batch, units]; dCell is replaced. */
  readonly dHidden: Float32Array
  readonly dCell: Float32Array
  /** This step's gate gradients, [batch, 4 · units], and the same by time. */
  readonly slopes: Float32Array
  readonly out: Float32Array
}

/** The gradients of one step's gates before their activations. */
export const stepBackward = (s: BackwardStep): void => {
  const { units, time, gates, cells, dCell, dy, slopes, out } = s
  const { slope } = s.gate
  for (let b = 0; b < s.batch; b++) {
    const row = (b * time + s.at) * units
    const rowBefore = (b * time + s.before) * units
    for (let u = 0; u < units; u++) {
      const z = 4 * row + u
      const r = b * units + u
      const [input, forget] = [gates[z] as number, gates[z + units] as number]
      const [candidate, output] = [gates[z + 2 * units] as number, gates[z + 3 * units] as number]
      const shown = tanh(cells[row + u] as number)
      const dh = (s.dHidden[r] as number) + (dy ? (dy[s.dyFrom + b * s.dyRow + u] as number) : 0)
      const dc = (dCell[r] as number) + dh * output * (1 - shown * shown)
      const cellBefore = s.before < 0 ? 0 : (cells[rowBefore + u] as number)
      const at = 4 * b * units + u
      out[z] = slopes[at] = dc * candidate * slope(input)
      out[z + units] = slopes[at + units] = dc * cellBefore * slope(forget)
      out[z + 2 * units] = slopes[at + 2 * units] = dc * input * (1 - candidate * candidate)
      out[z + 3 * units] = slopes[at + 3 * units] = dh * shown * slope(output)
      dCell[r] = dc * forget
    }
  }
}
