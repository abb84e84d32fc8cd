// Uploads with Go's net/http and counts the responses that arrive: go run net_http.go URL BYTES ROUNDS
package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
)

func main() {
	length, _ := strconv.Atoi(os.Args[2])
	rounds, _ := strconv.Atoi(os.Args[3])
	body := bytes.Repeat([]byte("a"), length)
	seen := 0
	for round := 0; round < rounds; round++ {
		request, _ := http.NewRequest("PUT", os.Args[1]+"/photos/new.jpg", bytes.NewReader(body))
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			continue
		}
		text, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err == nil && response.StatusCode == 404 && bytes.HasSuffix(text, []byte("</Error>")) {
			seen++
		}
	}
	fmt.Println(seen)
}
