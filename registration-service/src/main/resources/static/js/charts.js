// Draws each table of figures, in the colours of the page, and folds the table away.
(() => {
	const figures = [...document.querySelectorAll('figure.chart')].filter((figure) => figure.querySelector('table'));
	const dark = matchMedia('(prefers-color-scheme: dark)');
	// Told apart without colour too, by Okabe and Ito's palette in two shades.
	const palette = () => dark.matches ? ['#56b4e9', '#e69f00', '#4fc9a0', '#e58fbf'] : ['#0072b2', '#d55e00', '#009e73', '#a8558a'];
	const dashes = [[], [6, 4], [2, 3], [8, 3, 2, 3]];
	const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

	const read = (table) => ({
		columns: [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent),
		axis: table.tHead.rows[0].cells[0].textContent,
		rows: [...table.tBodies[0].rows].map((row) => ({
			label: row.cells[0].textContent,
			values: [...row.cells].slice(1).map((cell) => cell.textContent === '' ? null : Number(cell.textContent))
		}))
	});

	const draw = (figure) => {
		const {columns, axis, rows} = read(figure.querySelector('table'));
		const form = figure.dataset.form;
		// Names and addresses are long: they stand beside their bars.
		const lying = form === 'bar';
		const text = colour('--pico-color'), line = colour('--line');
		const values = {beginAtZero: true, stacked: form === 'stack', ticks: {color: text, precision: 0}, grid: {color: line}};
		const names = {stacked: form === 'stack', title: {display: !lying, text: axis, color: text},
			ticks: {color: text, callback(value) { const label = this.getLabelForValue(value); return label.length > 28 ? label.slice(0, 27) + '…' : label; }},
			grid: {display: false}};
		return new Chart(figure.querySelector('canvas'), {
			type: form === 'line' ? 'line' : 'bar',
			data: {
				labels: rows.map((row) => row.label),
				datasets: columns.map((column, i) => ({
					label: column, data: rows.map((row) => row.values[i]), borderColor: palette()[i % 4],
					backgroundColor: form === 'line' ? 'transparent' : palette()[i % 4], borderDash: form === 'line' ? dashes[i % 4] : [],
					borderWidth: i === 0 ? 3 : 2, pointRadius: 0, pointHitRadius: 12, maxBarThickness: 32
				}))
			},
			options: {
				responsive: true, maintainAspectRatio: false, animation: false, indexAxis: lying ? 'y' : 'x',
				interaction: {mode: 'index', intersect: false},
				scales: lying ? {x: values, y: names} : {x: names, y: values},
				plugins: {legend: {display: columns.length > 1, labels: {color: text}}}
			}
		});
	};

	let drawn = [];
	const all = () => {
		drawn.forEach((chart) => chart.destroy());
		Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
		drawn = figures.map(draw);
	};
	for (const figure of figures) {
		const sheet = document.createElement('div');
		sheet.className = 'canvas';
		const canvas = document.createElement('canvas');
		canvas.setAttribute('role', 'img');
		canvas.setAttribute('aria-label', figure.querySelector('h2').textContent);
		sheet.append(canvas);
		figure.querySelector('details').before(sheet);
		figure.querySelector('details').open = false;
	}
	dark.addEventListener('change', all);
	all();
})();
