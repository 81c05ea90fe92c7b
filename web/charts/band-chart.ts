export { type BandChartOptions, type BandColours, type BandRow, bandChart } from '../../scoring/picture/band-chart.ts';
