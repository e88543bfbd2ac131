package org.salon.registration.share;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QrCodeTests {

	private static final String PAGE = "https://salon.example.org/salons/44";

	@Test
	void posterHasItsSizeAndLeadsToPage() throws IOException, ReaderException {
		byte[] png = Poster.draw("学术沙龙 · 第 44 期", "Non-IID 数据集", "2026年6月7日 19:30", "张三", QrCode.of(PAGE));
		BufferedImage poster = ImageIO.read(new ByteArrayInputStream(png));
		assertThat(poster.getWidth()).isEqualTo(1200);
		assertThat(poster.getHeight()).isEqualTo(630);
		assertThat(read(poster.getSubimage(840, 300, 360, 330))).isEqualTo(PAGE);
	}

	@Test
	void posterLeavesOutWhatNoFontCanWrite() throws IOException {
		// Not assigned to any letter, so no font has it.
		String unwritable = "\uDB80\uDFFF\u0378";
		byte[] without = Poster.draw("No. 1", "", "", "", QrCode.of(PAGE));
		byte[] with = Poster.draw("No. 1", unwritable, unwritable, unwritable, QrCode.of(PAGE));
		assertThat(with).isEqualTo(without);
		assertThat(ImageIO.read(new ByteArrayInputStream(with))).isNotNull();
	}

	@Test
	void codeIsPictureOfItsModules() {
		QrCode code = QrCode.of(PAGE);
		assertThat(code.svg()).startsWith("<svg xmlns=").contains("viewBox=\"0 0 " + code.size() + " " + code.size());
	}

	private static String read(BufferedImage image) throws NotFoundException, ReaderException {
		int width = image.getWidth();
		int height = image.getHeight();
		LuminanceSource source = new RGBLuminanceSource(width, height,
				image.getRGB(0, 0, width, height, null, 0, width));
		return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
	}

}
