const atoms = [
  'kg|g|mg|µg|μg|㎏|㎎|t|ton|lb|oz|톤',
  'km|m|cm|mm|µm|μm|nm|㎞|㎝|㎜|in|inch|ft|mi',
  'ha|㎡|㎢|㎥|ℓ|l|ml|㎖|㎗|dl|평',
  's|sec|ms|min|h|hr|hrs|d|day|days|year|years|yr|yrs|시간|분|초|일|개월|년|세|살',
  '℃|°c|℉|°f|°|k|pa|hpa|kpa|mpa|bar|mmhg|㎜hg|v|mv|a|ma|w|kw|kwh|mwh|mw|hz|khz|mhz|ghz|n|j|kj|cal|kcal|mol|mmol|iu|ppm|ppb|db|rpm|lx|μs|㎍|㎍',
  '%|‰|％|percent|원|천원|만원|백만원|억원|십억원|won|krw|usd|eur|\\$|€|₩|￦|명|천명|인|개|건|회|점|대|호|가구|마리|배|등|위|번|권|도',
].join('|')
const unit = new RegExp(`^(?:${atoms})[²³0-9^-]*(?:[/·*](?:${atoms})[²³0-9^-]*)?$`, 'iu')
const bracketed = /^(?:\([^()]{1,20}\)|\[[^[\]]{1,20}\])$/u

/** Whether a header's cell names a unit, alone or in brackets: kg, (%), [원]. */
export const isUnit = (text: string): boolean => unit.test(text) || bracketed.test(text)

/** Whether the first cell of a row says that the row holds units. */
export const isUnitLabel = (text: string): boolean => /^[([]?(?:단위|units?)[)\]]?:?$/iu.test(text)
