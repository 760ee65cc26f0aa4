/**
 * Everything that can go wrong and that a person can mend, as data: a code from this closed list and the values
 * its sentence needs. Sentences are made from `problems.<code>` in the page's translations, by page and CLI alike.
 */
export const problemCodes = [
  // the graph
  'cycle',
  'inputNotConnected',
  'portTaken',
  'unknownLayer',
  'unknownPort',
  'rankMismatch',
  'shapesDiffer',
  'axisUnknown',
  'windowTooLarge',
  'stridesWithDilation',
  'reshapeMismatch',
  'permuteMismatch',
  'resizeUneven',
  'dtypeMismatch',
  'dtypesDiffer',
  'tooFewInputs',
  'valueOutOfRange',
  'valueMissing',
  'valueInvalid',
  'noOutputs',
  'noInputs',
  'outputUnused',
  'axisOutOfRange',
  'modelTooLarge',
  'stateMismatch',
  'groupsMismatch',
  'sharedShapesDiffer',
  'edgeBroken',
  'embeddingTooSmall',
  'idsComputed',
  'bypassNeedsOneInput',
  'bypassOutputUsed',
  // groups and shared layers
  'groupMissing',
  'groupTied',
  'nothingToGroup',
  'notShareable',
  'shareTypesDiffer',
  'nameTaken',
  'blockInvalid',
  // data and the graph together
  'inputWithoutColumns',
  'noUsableColumns',
  'outputWithoutTarget',
  'columnMissing',
  'columnNotNumeric',
  'columnAmbiguous',
  'widthMismatch',
  'targetShapeMismatch',
  'lossNeedsShape',
  'activationContradictsLoss',
  'activationContradictsTarget',
  'lossContradictsTarget',
  'sourceMissing',
  'sourceChanged',
  'noData',
  'idOutOfRange',
  'targetNotBinary',
  'targetConstant',
  'tooFewRows',
  'targetMissing',
  'columnKindMismatch',
  'unknownCategory',
  'noValues',
  'logOfNegative',
  'notADate',
  'notWhole',
  'cellMissing',
  'ruleNotANumber',
  // files
  'fileNotFound',
  'fileNotReadable',
  'fileEmpty',
  'fileIsDirectory',
  'notATable',
  'notAProject',
  'projectTooNew',
  'projectTooDeep',
  'projectTooLarge',
  'outsideRoot',
  'diskFull',
  'writeFailed',
  'changedElsewhere',
  'openElsewhere',
  'sourceOutside',
  'fileExists',
  'handleUnknown',
  'tooManyColumns',
  'archiveBroken',
  'archiveTooLarge',
  'archiveEncrypted',
  'entryMissing',
  'entryNeeded',
  'nameInvalid',
  // runs and engines
  'engineUnavailable',
  'engineDied',
  'lossNotFinite',
  'runNotFound',
  'runNotFinished',
  'outOfMemory',
  'busy',
  'exportUnverified',
  // reading Keras code
  'codeSyntax',
  'codeNotJson',
  'codeTooLarge',
  'codeTooDeep',
  'codeNoModel',
  'codeLayerUnknown',
  'codeArgumentUnknown',
  'codeNotTensor',
  'codeNotValue',
  'codeTensorLeft',
  'codeReferenceMissing',
  'codeShapeMissing',
  'codeSettingIgnored',
  'codeFrozen',
  'codeWeightsFile',
  // the contract
  'badMessage',
  'unknownMethod',
  'closed',
  'cancelled',
  'internal',
] as const
export type ProblemCode = (typeof problemCodes)[number]
export interface Problem {
  readonly code: ProblemCode
  readonly values?: Readonly<Record<string, string | number>>
}

/** Carries a `Problem` through code that throws; the contract turns it back into data. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(code: ProblemCode, values?: Problem['values']) {
    super(values ? `${code} ${JSON.stringify(values)}` : code)
    this.name = 'ProblemError'
    this.problem = values ? { code, values } : { code }
  }
}

/** The problem inside an error, or `internal` with its message: nothing else crosses a channel. */
export const toProblem = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { code: 'internal', values: { message: error instanceof Error ? error.message : String(error) } }
