// Shows new mails on the first page of the list without a reload by hand.
const list = document.querySelector("header form input");

async function look() {
	try {
		const [newest] = await (await fetch("/api/messages?size=1")).json();
		if (newest && newest.id !== document.body.dataset.newest) {
			location.reload();
		}
	}
	catch {
		// The catcher is restarting; the next look may find it.
	}
}

if (list && location.search === "") {
	setInterval(() => {
		if (!document.hidden && list.value === "") {
			look();
		}
	}, 2000);
}
