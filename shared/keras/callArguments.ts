import type { Port } from '../layers/define.ts'
import { type KerasArgument, type KerasCall, type KerasTensor, tensorsOf } from './kerasGraph.ts'

/** One tensor that enters a call, by port. */
export interface Entering {
  readonly port: string
  readonly tensor: KerasTensor
}

/** Tensors at the ports of a call as Keras' arguments: those of ports without a name in the first, alone or as a list. */
export const callArguments = (
  ports: readonly Port[],
  entering: readonly Entering[],
): Pick<KerasCall, 'args' | 'kwargs'> => {
  const kwargs: Record<string, KerasTensor[]> = {}
  const first: KerasTensor[] = []
  let isList = false
  for (const { name, argument, many } of ports) {
    const tensors = entering.filter(({ port }) => port === name).map(({ tensor }) => tensor)
    if (argument === undefined) first.push(...tensors)
    else if (tensors.length) (kwargs[argument] ??= []).push(...tensors)
    isList ||= many === true
  }
  const alone = (tensors: readonly KerasTensor[]): KerasArgument =>
    tensors.length === 1 && tensors[0] ? tensors[0] : tensors
  return {
    args: first.length ? [isList ? first : alone(first)] : [],
    kwargs: Object.fromEntries(Object.entries(kwargs).map(([key, tensors]) => [key, alone(tensors)])),
  }
}

/** Keras' arguments as tensors at ports; those that no port takes are in `left`. */
export const portsOfArguments = (
  ports: readonly Port[],
  { args, kwargs }: Pick<KerasCall, 'args' | 'kwargs'>,
): { readonly entering: readonly Entering[]; readonly left: readonly KerasTensor[] } => {
  const entering: Entering[] = []
  const left: KerasTensor[] = []
  const free = [...ports]
  const take = (tensor: KerasTensor, fits: (port: Port) => boolean) => {
    const index = free.findIndex(fits)
    const port = free[index]
    if (!port) return left.push(tensor)
    if (!port.many) free.splice(index, 1)
    return entering.push({ port: port.name, tensor })
  }
  // Older versions put everything into the first argument, states included: what is left over goes on to the next ports.
  for (const argument of args) for (const tensor of tensorsOf(argument)) take(tensor, () => true)
  for (const [name, argument] of Object.entries(kwargs))
    for (const tensor of tensorsOf(argument))
      take(tensor, (port) => port.argument === name || port.name === name)
  return { entering, left }
}
