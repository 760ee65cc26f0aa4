import en from '../renderer/i18n/en.json' with { type: 'json' }
import ko from '../renderer/i18n/ko.json' with { type: 'json' }
import { categories, type LayerDefinition, type Param } from '../shared/layers/define.ts'
import { layerDefinitions } from '../shared/layers/index.ts'
import type { Language, Words } from '../shared/words.ts'

const translations = { en, ko }
const text = (inEnglish: string, inKorean: string): Words => ({ en: inEnglish, ko: inKorean })
const words = {
  title: text('Layers', '층'),
  made: text(
    'Every layer of the palette, as the inspector explains it. Shapes are without the batch axis.',
    '팔레트에 있는 모든 층을 속성 창의 설명 그대로 모았습니다. 모양에는 배치 축이 들어 있지 않습니다.',
  ),
  inputs: text('Inputs', '입력'),
  parameter: text('Parameter', '매개변수'),
  value: text('Default', '기본값'),
  allowed: text('Allowed', '허용 범위'),
  meaning: text('Meaning', '뜻'),
  optional: text('optional', '선택'),
  many: text('two or more', '둘 이상'),
  source: text('Source', '출처'),
}

/** A text inside a table's cell. */
const cell = (value: string) => value.replaceAll('|', '\\|')

const shownDefault = (param: Param): string => {
  const { default: value } = param
  if (value === null) return 'None'
  return typeof value === 'object' && 'type' in value ? value.type : JSON.stringify(value)
}

const allowed = (param: Param): string => {
  if (param.kind === 'choice' || param.kind === 'layer') return param.options.join(', ')
  if (param.kind !== 'int' && param.kind !== 'float' && param.kind !== 'tuple') return ''
  const { min, max } = param
  if (min === undefined && max === undefined) return ''
  return `${min ?? '−∞'} … ${max ?? '∞'}`
}

const paramRow =
  (language: Language) =>
  ([name, param]: [string, Param]) =>
    `| \`${name}\` | ${cell(shownDefault(param))} | ${cell(allowed(param))} | ${cell(param.help[language])} |`

const section = (layer: LayerDefinition, language: Language): string => {
  const say = (part: keyof typeof words) => words[part][language]
  const ports = layer.inputs.map(({ title, many, optional }) => {
    const note = many ? ` (${say('many')})` : optional ? ` (${say('optional')})` : ''
    return `${title[language]}${note}`
  })
  const rows = Object.entries(layer.params).map(paramRow(language))
  const table = rows.length
    ? `\n| ${say('parameter')} | ${say('value')} | ${say('allowed')} | ${say('meaning')} |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
    : ''
  return `### ${layer.title}

${layer.help[language]}

\`\`\`math
${layer.formula}
\`\`\`

${say('inputs')}: ${ports.join(', ')}. ${say('source')}: <${layer.source}>
${table}`
}

/** The text of docs/layers.md or docs/layers.ko.md: every layer of the catalogue, made from its entry. */
export const layerReference = (language: Language): string => {
  const layers: readonly LayerDefinition[] = Object.values(layerDefinitions)
  const groups = categories.flatMap((category) => {
    const own = layers.filter((layer) => layer.category === category)
    if (own.length === 0) return []
    return [
      `## ${translations[language].model.category[category]}\n\n${own.map((layer) => section(layer, language)).join('\n')}`,
    ]
  })
  return `# ${words.title[language]}

<!-- Made by build/layerReference.ts from shared/layers; don't edit. UPDATE=1 npx vitest run build writes it anew. -->

${words.made[language]}

${groups.join('\n')}`
}
