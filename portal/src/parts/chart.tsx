import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

/** A picture of figures that stand in a table beside it. */
export default function Chart({ option, label, height }: { option: EChartsCoreOption; label: string; height?: number }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) {
      return
    }
    const dark = matchMedia('(prefers-color-scheme: dark)')
    let chart = init(element, dark.matches ? 'dark' : undefined, { renderer: 'svg' })
    const draw = () => chart.setOption({ backgroundColor: 'transparent', animation: false, aria: { enabled: true, label: { description: label } }, ...option }, true)
    const repaint = () => {
      chart.dispose()
      chart = init(element, dark.matches ? 'dark' : undefined, { renderer: 'svg' })
      draw()
    }
    draw()
    const size = new ResizeObserver(() => chart.resize())
    size.observe(element)
    dark.addEventListener('change', repaint)
    return () => {
      dark.removeEventListener('change', repaint)
      size.disconnect()
      chart.dispose()
    }
  }, [option, label])
  return <div ref={frame} className="chart" role="img" aria-label={label} style={height ? { height } : undefined} />
}
